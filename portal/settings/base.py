"""What every layer shares. Addresses, secrets and folders come from the environment (`docs/operating.md`)."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

env = environ.Env()
ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(env("KOTYLION_DATA", default=str(ROOT / "data"))).resolve()
CONTENT = ROOT / "content"
FRONTEND_DIST = ROOT / "frontend" / "dist"

DEBUG = False
DEMO = env.bool("DEMO", default=False)
DEMO_PASSWORD = env("DEMO_PASSWORD", default="kotylion")
# Another name for the same person at sign-in; only the demo school has such.
SIGN_IN_ALIASES = {"student": "student01"} if DEMO else {}
# Builds every QR code, id and DID, so it has to be the address that phones and verifiers really use.
PUBLIC_URL = env("PUBLIC_URL", default="http://localhost:8000").rstrip("/")

INSTALLED_APPS = [
    "core",
    "people",
    "credentials",
    "paths",
    "events",
    "portfolio",
    "classroom",
    "clubs",
    "cms.look",
    "cms",
    "cms.catalogue",
    "portal",
    # What the libraries below leave untranslated: behind the rooms, whose words win, and before the libraries.
    "cms.admin_words",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.search_promotions",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rules.apps.AutodiscoverRulesConfig",
    "channels",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "core.request_ids.RequestIdMiddleware",
    "portal.compression.CompressionMiddleware",
    "core.network.NetworkMiddleware",
    "portal.headers.HeadersMiddleware",
    "portal.kept_answers.KeptAnswersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "cms.admin_policy.AdminPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.languages.LanguageMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "portal.urls"
ASGI_APPLICATION = "portal.asgi.application"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "portal.context.doorway",
            ],
        },
    }
]

# --- database, sessions, cache, background work ---
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'kotylion.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A connection costs milliseconds to open and set up; each thread keeps its own.
    DATABASES["default"] |= {"ENGINE": "core.sqlite", "CONN_MAX_AGE": None}
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

GRAPHQL_SCHEMA = "portal.schema.schema"

REDIS_URL = env("REDIS_URL", default="")
if REDIS_URL:
    CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": [REDIS_URL]},
        }
    }
    CACHES = {
        "default": {
            "BACKEND": "core.shared_cache.SharedCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    }
    CACHES["answers"] = CACHES["default"] | {"KEY_PREFIX": "answers"}
    CACHES["counters"] = CACHES["default"] | {"BACKEND": "core.shared_cache.StrictCache"}
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        },
        # What strangers ask makes the keys, and the answers are large: a thousand of them are some 60 MB.
        "answers": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "answers",
            "OPTIONS": {"MAX_ENTRIES": 1_000},
        },
    }
    CACHES["counters"] = CACHES["default"]

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 120
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.views.errors.csrf_failure"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

# --- people ---
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# allauth serves second factors; accounts and sign-in are our own (no e-mail anywhere).
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "people.second_factor_adapter.SealingAdapter"
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/app/"
LOGOUT_REDIRECT_URL = "/"

# --- languages ---
LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", _("Polish")), ("en", _("English")), ("uk", _("Ukrainian"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
# An address that can be read out, typed and printed: the admin writes “rada-uczniow”, not “rada-uczniów”.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
USE_I18N = True
FORMAT_MODULE_PATH = ["portal.formats"]
USE_TZ = True
TIME_ZONE = "Europe/Warsaw"

# --- files ---
STATIC_URL = "/static/"
STATIC_ROOT = env("STATIC_ROOT", default=str(ROOT / "static-root"))
STATICFILES_DIRS = [FRONTEND_DIST / "static"] if (FRONTEND_DIST / "static").exists() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
# The front's build names its files by their content; they never change, and no other site needs them.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/(app|doorways)/.+-[\w-]{8}\.\w+$"
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Nothing below it is served by path: private files leave through `/media/<uuid>` and the gate alone.
MEDIA_ROOT = DATA / "media"
MEDIA_URL = "/cms-media/"
KEYS_DIR = Path(env("KOTYLION_KEYS", default=str(DATA / "keys")))
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
# What is larger than that is a film of an editor's own, and goes to a file at once.
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- other people's servers (core/outside.py): ports of this computer that tests allow to be asked, by http ---
OUTSIDE_LOOPBACK_PORTS: frozenset[int] = frozenset()

# --- map: our own drawing; tiles of another site only when an operator names it (docs/operating.md) ---
MAP_TILE_URL = env("MAP_TILE_URL", default="")
MAP_TILE_ATTRIBUTION = env("MAP_TILE_ATTRIBUTION", default="")
# The site alone, for the policy below: `https://tiles.example/{z}/{x}/{y}.png` → `https://tiles.example`.
_TILE_SITE = ["/".join(MAP_TILE_URL.split("/")[:3]).replace("{s}", "*")] if MAP_TILE_URL else []

# --- mail: messages of the contact page, letters about issuers, offers to people outside; none without EMAIL_URL ---
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="dummymail://")
vars().update(EMAIL_CONFIG)
CONTACT_EMAIL = env("CONTACT_EMAIL", default="")
DEFAULT_FROM_EMAIL = env("EMAIL_FROM", default=CONTACT_EMAIL or "portal@localhost")
EMAIL_TIMEOUT = 10

# --- security headers ---
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/cms/"],
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:", *_TILE_SITE],
        "media-src": [SELF, "blob:"],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
TRUSTED_PROXIES: list[str] = env.list("TRUSTED_PROXIES", default=[])

# --- limits the product publishes about itself (docs/limits.md) ---
KOTYLION_LIMITS: dict[str, int] = {
    "undo_seconds": 600,
    "sign_in_open_seconds": 900,
    "sign_in_tries": 10,
    "sign_in_tries_by_network": 300,
    "sign_in_seconds": 900,
    "image_bytes": 5 * 1024 * 1024,
    "image_pixels": 25_000_000,
    "upload_bytes": 5 * 1024 * 1024,
    "roster_bytes": 1024 * 1024,
    "roster_rows": 2000,
    "roster_columns": 20,
    "text_characters": 2000,
    "checks_elsewhere_by_network": 60,
    "checks_elsewhere": 300,
    "prints": 60,
    "prints_by_network": 300,
    "award_picture_days": 365,
    "claim_codes_a_sheet": 40,
    "claim_codes_open": 200,
    "claim_codes_open_unvouched": 30,
    "claim_code_days": 90,
    "offers_a_round": 1000,
    "offers_a_day": 3000,
    "offers_a_day_group": 200,
    "offer_lists": 60,
    "applications_a_day": 10,
    "new_accounts_by_network": 120,
    # Below it a guardian agrees first (GDPR, article 8: from 13 to 16).
    "age_for_an_account": env.int("AGE_FOR_AN_ACCOUNT", default=16),
    "join_code_days": 30,
    "join_code_tries": 10,
    "join_code_tries_by_network": 300,
    "join_code_seconds": 900,
    "join_requests_a_day": 10,
    "join_again_days": 7,
    "consent_days": 14,
    "consents_asked_a_day": 10,
    "visitor_reports_by_network": 20,
    "visitor_reports_an_hour": 120,
    "reports_a_day": 10,
    "report_urgent_hours": 24,
    "report_days": 7,
    "appeal_days": 30,
    "club_members": 200,
    "club_members_unvouched": 30,
    "club_badges_a_week": 3,
    "clubs_led_unvouched": 3,
    "events_ahead": 300,
    "consent_hold_seconds": 3 * 24 * 3600,
    "attendance_days": 365,
    "vouches_asked_a_month": 3,
    "check_in_tries": 5,
    "check_in_tries_by_event": 60,
    "check_in_seconds": 300,
    "nominations_a_day": 20,
    "thanks_a_day": 10,
    "presentation_pages": 10,
    "presentation_badges": 24,
    "presentation_evidence": 12,
    "contacts_asked_a_day": 20,
    "archives_a_day": 3,
    "issuers_started_open": 3,
    "issuer_invitations_open": 20,
    "contact_by_network": 20,
    "contact_an_hour": 120,
    "contact_days": 180,
}

# --- wagtail ---
WAGTAIL_SITE_NAME = "Kotylion"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Accounts live in the portal; the admin changes the password of who knows the old one, and nothing else of a person.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
# A second editor approves; how, is fixed in the code (`/cms/workflows/` stays closed).
WAGTAIL_WORKFLOW_ENABLED = True
# A translation begins as a draft, whatever its source is: nothing is published before a second editor has read it.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.services.approving.publish_approved"
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAILADMIN_LOGIN_URL = LOGIN_URL + "?next=/cms/"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
# An embed would make the server ask other sites.
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_IMAGE_MODEL = "cms.Picture"
WAGTAILIMAGES_EXTENSIONS = ["png", "jpg", "jpeg", "webp"]
WAGTAILDOCS_EXTENSIONS = ["pdf"]
TAGGIT_CASE_INSENSITIVE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_secrets": {"()": "core.structured_logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_secrets"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # A line for each task that begins and ends says nothing; what fails is an error all the same. What editors do
    # stands in the audit, and not the titles of their pages in the log.
    "loggers": {"django_tasks": {"level": "WARNING"}, "wagtail": {"level": "WARNING"}},
}
