"""The floor of pages: one row by its key and `JsonResponse`, behind the same server, without any middleware.

`python -m bench.bare_pages PORT` over the database that KOTYLION_DATA names.
"""

from __future__ import annotations

import os
import sys


def main(port: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.chosen"
    import django
    from django.conf import settings

    django.setup()
    settings.ROOT_URLCONF = "bench.bare_urls"
    settings.MIDDLEWARE = []
    settings.WORK_IN_PROCESS = False
    from django.core.wsgi import get_wsgi_application

    from core.server.application import server_application
    from core.server.serving import Address, serve

    serve(server_application(get_wsgi_application()), Address(port=port))


if __name__ == "__main__":
    main(int(sys.argv[1]))
