"""Pages of the desk besides its lists."""

from __future__ import annotations

from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.home import HomeView

from cms.desk import policies
from cms.desk.audit import Asked, audit_page
from cms.desk.fact_words import facts_in_words
from cms.desk.lists import question
from cms.desk.page import DESK, DeskPage
from cms.desk.parts import parts_for
from core.self_check import check_all, worst_of
from people.models import User


@require_safe
def front(request: HttpRequest) -> HttpResponseBase:
    """The admin's home; who has no pages to shape and does have a desk is led there."""
    user = request.user
    if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin") and parts_for(user):
        return redirect(DESK)
    answer: HttpResponseBase = require_admin_access(HomeView.as_view())(request)
    return answer


class DeskHome(DeskPage):
    """The parts of the desk that the person may open."""

    permission_policy = policies.REPORTS
    title = _("Back office")
    template_name = "cms/desk/home.html"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [{"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = policies.ISSUERS.instances_user_has_permission_for(self.request.user, "view").filter(
            waits=True
        )
        return super().get_context_data(**kwargs) | {
            "parts": parts_for(self.request.user),
            "waiting": {"issuers": waiting.count()},
        }


class Audit(DeskPage):
    permission_policy = policies.AUDIT
    title = _("What has happened")
    header_icon = "history"
    template_name = "cms/desk/audit.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.asked()
        lines, is_more = audit_page(cast(User, self.request.user), asked, self.request.GET.get("after"))
        further = {
            "day": asked.day.isoformat() if asked.day else "",
            "fact": asked.fact,
            "who": asked.who,
            "after": str(lines[-1].id) if lines else "",
        }
        return super().get_context_data(**kwargs) | {
            "lines": lines,
            "next": "?" + urlencode({name: value for name, value in further.items() if value})
            if is_more
            else "",
            "asked": asked,
            "kinds": facts_in_words(),
        }

    def asked(self) -> Asked:
        given = self.request.GET
        fact = given.get("fact", "")
        return Asked(
            day=_day(given.get("day", "")),
            fact=fact if fact in dict(facts_in_words()) else "",
            who=question(self.request, "who"),
        )


class SelfCheck(DeskPage):
    """How the installation stands, line by line, and what to do."""

    permission_policy = policies.SELF_CHECK
    title = _("Self-check")
    header_icon = "tasks"
    template_name = "cms/desk/self_check.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        checked = check_all()
        return super().get_context_data(**kwargs) | {"checked": checked, "worst": worst_of(checked)}


def _day(text: str) -> date | None:
    """The first and the last day that there are have no midnight in another zone."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if date.min < day < date.max else None
