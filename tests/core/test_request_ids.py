"""Every answer names its request, and no client chooses the name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from core.request_ids import RequestIdMiddleware


def test_the_id_is_ours() -> None:
    seen: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request.request_id)  # type: ignore[attr-defined]
        return HttpResponse()

    request = HttpRequest()
    request.META["HTTP_X_REQUEST_ID"] = "forged"
    answers = [RequestIdMiddleware(view)(request)["X-Request-ID"] for _ in range(2)]
    assert answers == seen
    assert len(set(answers)) == 2
    assert all(len(answer) == 32 and answer != "forged" for answer in answers)
