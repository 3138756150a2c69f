"""The floor of pages: one row by its key and `JsonResponse`, behind the same server, without any middleware.

`python -m bench.bare_pages PORT` over the database that KOTYLION_DATA names; `/<primary key of a document>`.
"""

from __future__ import annotations

import json
import os
import sys
from uuid import UUID

os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.chosen"

import django
from django.conf import settings

django.setup()
settings.ROOT_URLCONF = __name__
settings.MIDDLEWARE = []

from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path

from core.server.application import server_application
from core.server.serving import Address, serve
from credentials.models import IssuedDocument


def document(request: HttpRequest, key: UUID) -> JsonResponse:
    """The stored bytes, parsed and written again."""
    body = IssuedDocument.objects.values_list("body", flat=True).get(pk=key)
    response = JsonResponse(json.loads(bytes(body)))
    response["Content-Length"] = str(len(response.content))
    return response


urlpatterns = [path("<uuid:key>", document)]

if __name__ == "__main__":
    settings.WORK_IN_PROCESS = False
    serve(server_application(get_wsgi_application()), Address(port=int(sys.argv[1])))
