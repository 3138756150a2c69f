"""The portal's pages as WSGI; `portal.asgi` puts the server around them."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.chosen")
application = get_wsgi_application()

# Only now are the settings and the rooms there to be looked at.
from portal.starting import refuse_unsafe_start  # noqa: E402

refuse_unsafe_start()
