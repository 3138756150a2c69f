"""What every page of the desk shares: one gate, the admin's furniture, the language of its other pages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.localization import get_localized_response
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from core.security_log import security_event

DESK = "/cms/desk/"


class DeskPage(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """A page for who runs the portal or coordinates a school. Strangers sign in; for everybody else it is not there.

    `permission_policy` has no default worth keeping: a page without one answers to nobody.
    """

    http_method_names = ["get", "head"]
    permission_required = "view"
    title: str | Promise = ""
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if self.permission_policy is None or not request.user.is_active:
            raise Http404
        try:
            answer: HttpResponseBase = get_localized_response(super().dispatch, request, *args, **kwargs)
        except PermissionDenied:
            security_event("access.refused", user=request.user, permission=f"desk {request.path[:100]}")
            raise Http404 from None
        return answer

    def get_page_title(self) -> str:
        return str(self.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        here = {"url": "", "label": self.get_page_title()}
        return [{"url": DESK, "label": _("Back office")}, here]
