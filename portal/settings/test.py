"""The unit tests' layer: a temporary folder, tasks that run at once, cheap password hashing."""

import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403
from portal.settings.base import env

SETTINGS_LAYER = "test"
DATA = Path(env("KOTYLION_DATA", default="") or tempfile.mkdtemp(prefix="kotylion-test-"))
MEDIA_ROOT = DATA / "media"
KEYS_DIR = DATA / "keys"
SECRET_KEY = "only-for-tests-" + "x" * 40
SECRET_DIGEST_KEY = "only-for-tests-" + "y" * 40
KEYS_PASSPHRASE = "only-for-tests-" + "z" * 40
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PUBLIC_URL = "http://localhost:8000"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# WhiteNoise warns of a folder that is not there, and warnings are errors in tests.
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
