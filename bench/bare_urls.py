"""The floor's one address: `/<primary key of a document>`."""

from __future__ import annotations

import json
from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.urls import path

from credentials.models import IssuedDocument


def document(request: HttpRequest, key: UUID) -> JsonResponse:
    """The stored bytes, parsed and written again."""
    body = IssuedDocument.objects.values_list("body", flat=True).get(pk=key)
    response = JsonResponse(json.loads(bytes(body)))
    response["Content-Length"] = str(len(response.content))
    return response


urlpatterns = [path("<uuid:key>", document)]
