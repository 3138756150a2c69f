"""Lists of the desk: schools, issuers, reports. Bounded, page by page, nothing of a person in them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.desk import policies
from cms.desk.page import DeskPage
from core.paging import page
from core.translated import in_language
from people.enums import ReportReason, SchoolType
from people.models import Report, School, User
from people.reporting import label_of
from people.selectors.reports import report_queue

ROWS = 50
LONGEST_QUESTION = 80


class ListPage(DeskPage):
    """A page of at most fifty rows and the way to the next one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = page(self.rows(), limit=ROWS + 1, after=self.request.GET.get("after"))
        shown = found[:ROWS]
        further = {**self.asked(), "after": str(shown[-1].pk)} if len(found) > ROWS else {}
        return super().get_context_data(**kwargs) | {
            "rows": [self.shown(row) for row in shown],
            "next": f"?{urlencode(further)}" if further else "",
            "asked": self.asked(),
            "may_add": self.permission_policy.user_has_permission(self.request.user, "add"),
        }

    def asked(self) -> dict[str, str]:
        """What the form above the list was filled with."""
        words = question(self.request)
        return {"q": words} if words else {}

    def rows(self) -> QuerySet[Any]:
        raise NotImplementedError

    def shown(self, row: Any) -> Any:
        return row


def question(request: HttpRequest, name: str = "q") -> str:
    """What somebody looks for, without signs that a database does not take."""
    return request.GET.get(name, "").replace("\x00", "").strip()[:LONGEST_QUESTION]


class Schools(ListPage):
    permission_policy = policies.SCHOOLS
    title = _("Schools")
    header_icon = "home"
    template_name = "cms/desk/schools.html"

    def rows(self) -> QuerySet[School]:
        words = question(self.request)
        found = policies.SCHOOLS.instances_user_has_permission_for(self.request.user, "view")
        named = Q(name__icontains=words) | Q(town__icontains=words) | Q(register_number=words)
        return found.filter(named) if words else found

    def shown(self, row: Any) -> dict[str, Any]:
        if row.group.archived_at is not None:
            state, tone = _("Closed"), "quiet"
        elif not row.has_coordinator:
            state, tone = _("Nobody coordinates it"), "look"
        else:
            state, tone = _("In use"), "ok"
        kind = SchoolType(row.type).label
        return {"school": row, "kind": kind, "classes": row.classes, "state": state, "tone": tone}


class Issuers(ListPage):
    permission_policy = policies.ISSUERS
    title = _("Issuers")
    header_icon = "success"
    template_name = "cms/desk/issuers.html"

    def rows(self) -> QuerySet[Any]:
        words = question(self.request)
        found = policies.ISSUERS.instances_user_has_permission_for(self.request.user, "view")
        named = Q(slug__icontains=words) | Q(group__name__icontains=words)
        for language in ("pl", "en", "uk"):
            named |= Q(**{f"name__{language}__icontains": words})
        return found.filter(named) if words else found

    def shown(self, row: Any) -> dict[str, Any]:
        tones = {"accredited": "ok", "suspended": "broken", "withdrawn": "broken"}
        return {"issuer": row, "name": in_language(row.name), "tone": tones.get(row.standing, "quiet")}


class Reports(ListPage):
    """What waits to be looked at; it is decided at the desk of the app, and there alone."""

    permission_policy = policies.REPORTS
    title = _("Reported by people")
    header_icon = "warning"
    template_name = "cms/desk/reports.html"

    def rows(self) -> QuerySet[Report]:
        user = self.request.user
        return report_queue(user, decided=False) if isinstance(user, User) else Report.objects.none()

    def asked(self) -> dict[str, str]:
        return {}

    def shown(self, row: Any) -> dict[str, Any]:
        return {
            "report": row,
            "kind": label_of(row.kind),
            "reason": ReportReason(row.reason).label,
            "is_late": row.due < timezone.now(),
            "is_appeal": row.appealed_at is not None,
            "address": f"/app/desk/reports/{row.pk}",
        }
