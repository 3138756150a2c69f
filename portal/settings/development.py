"""One computer, loopback, nothing to configure: secrets are made on first start and kept beside the data."""

from core.secret_files import secret_from_file
from portal.settings.base import *  # noqa: F403
from portal.settings.base import DATA, PUBLIC_URL, env

SETTINGS_LAYER = "development"
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="") or secret_from_file(DATA / "secret-key")
SECRET_DIGEST_KEY = env("SECRET_DIGEST_KEY", default="") or secret_from_file(DATA / "digest-key")
KEYS_PASSPHRASE = env("KEYS_PASSPHRASE", default="") or secret_from_file(DATA / "keys-passphrase")
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"]), "testserver"]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
_SECURE = PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
