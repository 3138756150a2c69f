"""The words of the admin's scripts: a library's own, and ours for what it leaves untranslated."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.localization import get_localized_response

OURS = "cms.admin_words"
_of_the_admin = JavaScriptCatalog.as_view(packages=["wagtail.admin", OURS])
of_translating = JavaScriptCatalog.as_view(packages=["wagtail_localize", OURS])


def of_the_admin(request: HttpRequest) -> HttpResponse:
    """In the language that the person chose for the admin, as Wagtail's own address answers."""
    answer: HttpResponse = get_localized_response(_of_the_admin, request)
    return answer
