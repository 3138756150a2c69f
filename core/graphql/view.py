"""The phone's door over HTTP: POST, JSON, with a CSRF token.

In an address table:

    path("graphql/", GraphQLView.as_view(kernel=kernel))
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import translation
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from core.graphql.body import read_body
from core.graphql.context import Context
from core.graphql.faults import Fault
from core.graphql.kernel import Answer, Kernel, refusal
from core.security_log import security_event


class _JsonCsrf(CsrfViewMiddleware):
    """Django's own check, answering in JSON."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        security_event("csrf.refused", user=getattr(request, "user", None))
        return _response(refusal(Fault("CSRF_FAILED")))


# Exempt from the middleware's check only because the same check runs below, in a form that programs can read.
@method_decorator(csrf_exempt, name="dispatch")
class GraphQLView(View):
    """GraphQL over HTTP (`{query | documentId, variables, operationName}`), answered by a `Kernel`."""

    kernel: Kernel | None = None
    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            response = _response(refusal(Fault("METHOD_NOT_ALLOWED")))
            response["Allow"] = "POST"
            return response
        refused = _JsonCsrf(lambda _: HttpResponse()).process_view(request, self.post, (), {})
        return refused or self.post(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Answer one request. Never raises for what a client can send."""
        kernel = self.kernel
        assert kernel is not None
        try:
            asked = read_body(_body(request, kernel.limits.body_bytes), kernel.limits)
        except Fault as fault:
            return _response(refusal(fault))
        context = Context(user=request.user, request=request)
        context.request_id = getattr(request, "request_id", "") or context.request_id
        # The app speaks the language that the person chose; the cookie is of the device and may be older.
        spoken = getattr(request.user, "language", "") or translation.get_language()
        with translation.override(spoken):
            response = _response(kernel.answer(asked, context, person=_person(request)))
        response["Content-Language"] = spoken
        return response


def _body(request: HttpRequest, most: int) -> bytes:
    if request.content_type != "application/json" or request.META.get("HTTP_CONTENT_ENCODING"):
        raise Fault("UNSUPPORTED_MEDIA_TYPE")
    if (request.content_params or {}).get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise Fault("UNSUPPORTED_MEDIA_TYPE")
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > most:
            raise Fault("BODY_TOO_LARGE")
        return request.body
    except RequestDataTooBig:
        raise Fault("BODY_TOO_LARGE") from None
    except (ValueError, UnreadablePostError):
        raise Fault("BAD_REQUEST") from None


def _person(request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    return f"network:{request.META.get('REMOTE_ADDR', '')}"


def _response(answer: Answer) -> HttpResponse:
    response = HttpResponse(answer.body, status=answer.status, content_type="application/json")
    response["Cache-Control"] = "no-store"
    for name, value in answer.headers.items():
        response[name] = value
    return response
