"""The portal's pages as WSGI; `portal.asgi` puts the server around them."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.chosen")
application = get_wsgi_application()
