"""Badges of issuers on the desk: found by name and state, opened with the same parts as in the app's editor."""

from __future__ import annotations

import json
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.desk import policies
from cms.desk.description_form import given_in, groups_of, sections
from cms.desk.lists import ListPage, question
from cms.desk.page import DeskPage
from core.refusals import Refusal, Refusals
from core.translated import in_language
from credentials.descriptions.checklist import checklist
from credentials.descriptions.difference import Change
from credentials.descriptions.parts import Section
from credentials.descriptions.versions import value_of, version_of
from credentials.enums import AchievementKind
from credentials.models import Achievement, AchievementDraft
from credentials.pictures import drawing_path
from credentials.selectors.defining import in_state, name_of, named_like, state_of
from credentials.selectors.drafts import draft_changes, issuer_of
from credentials.selectors.picture_files import picture_hints
from credentials.selectors.version_history import difference, versions_of, withdrawals_of
from credentials.services import drafting, publishing
from credentials.services.picturing import in_draft, picture_of_file
from people.models import User

STATES = {
    "draft": gettext_lazy("Being written"), "published": gettext_lazy("Published"),
    "changed": gettext_lazy("Published, changes wait"), "withdrawn": gettext_lazy("Not awarded any more"),
}  # fmt: skip
TONES = {"draft": "quiet", "published": "ok", "changed": "look", "withdrawn": "broken"}


class Badges(ListPage):
    permission_policy = policies.BADGES
    title = gettext_lazy("Badges of issuers")
    header_icon = "tag"
    template_name = "cms/desk/badges.html"

    def asked(self) -> dict[str, str]:
        state = self.request.GET.get("state", "")
        return super().asked() | ({"state": state} if state in STATES else {})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"states": STATES.items()}

    def rows(self) -> QuerySet[Achievement]:
        found = policies.BADGES.instances_user_has_permission_for(self.request.user, "view")
        words, state = question(self.request), self.asked().get("state", "")
        if words:
            found = found.filter(named_like(words))
        return found.filter(in_state(state)) if state else found

    def shown(self, row: Any) -> dict[str, Any]:
        state, label = state_of(row)
        draft = getattr(row, "draft", None)
        words = draft.description.get("name", {}) if draft else row.current_version.name
        return {
            "badge": row, "name": name_of(words), "kind": AchievementKind(row.kind).label, "state": label,
            "tone": TONES[state], "issuer": in_language(row.issuer.name),
            "number": row.current_version.number if row.current_version else None,
        }  # fmt: skip


class BadgeOnDesk(DeskPage):
    """One badge: its state, its versions, what changed, and its draft part by part."""

    http_method_names = ["get", "head", "post"]
    permission_policy = policies.BADGES
    title = gettext_lazy("Badge")
    header_icon = "tag"
    template_name = "cms/desk/badge.html"

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        badge, user = self.badge(), cast(User, request.user)
        try:
            self.carry_out(request.POST.get("act", ""), badge, user)
        except (Refusal, Refusals) as refused:
            found = refused.refusals if isinstance(refused, Refusals) else (refused,)
            return self.render_to_response(self.get_context_data(refused=found), status=422)
        return redirect(f"{request.path}?{urlencode({'section': self.section()})}")

    def carry_out(self, act: str, badge: Achievement, user: User) -> None:
        """One act of the page's forms. Raises Refusal, Refusals, or Http404 for an act that is none."""
        draft: AchievementDraft | None = getattr(badge, "draft", None)
        now, form = timezone.now(), self.request.POST
        if act == "open" and badge.current_version is not None:
            drafting.open_draft(badge, actor=user)
        elif act == "save" and draft is not None:
            changes = given_in(form, self.section(), _seen(form.get("seen", "")))
            file = self.request.FILES.get("art.file")
            if file is not None:
                taken = picture_of_file(issuer_of(badge), file.read(), actor=user)
                # Who sends a picture says here whose it is; the last one's author is not this one's.
                changes["art"] = in_draft(taken)
            drafting.save_changes(
                draft, changes, revision=_number(form.get("revision", "")), actor=user, now=now
            )
            messages.success(self.request, _("Saved. The issuer’s people publish it."))
        elif act == "withdraw" and badge.current_version is not None:
            publishing.withdraw(badge, form.get("reason", ""), actor=user, now=now)
            messages.success(self.request, _("It is not awarded any more. Who has it keeps it."))
        elif act == "restore" and badge.current_version is not None:
            publishing.restore(badge, actor=user, now=now)
            messages.success(self.request, _("It may be awarded again."))
        else:
            raise Http404

    def badge(self) -> Achievement:
        rows = policies.BADGES.instances_user_has_permission_for(self.request.user, "view")
        found: Achievement | None = rows.filter(pk=self.kwargs["achievement_id"]).first()
        if found is None:
            raise Http404
        return found

    def section(self) -> str:
        asked = self.request.POST.get("section") or self.request.GET.get("section", "")
        return asked if asked in Section.values else Section.GENERAL

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        badge = self.badge()
        draft: AchievementDraft | None = getattr(badge, "draft", None)
        state, label = state_of(badge)
        versions = versions_of(badge)
        found = {
            "badge": badge, "state": label, "tone": TONES[state], "kind": AchievementKind(badge.kind).label,
            "issuer": in_language(issuer_of(badge).name), "draft": draft, "versions": versions,
            "withdrawals": withdrawals_of(badge), "withdrawn": badge.withdrawn_at is not None,
            "sections": sections(), "section": self.section(), "changes": _changes(badge, draft, versions),
        }  # fmt: skip
        if draft is not None:
            lines = checklist(version_of(badge, draft.description), issuer_of(badge))
            found |= {
                "groups": groups_of(draft.description, self.section()),
                "drawing": drawing_path(badge.kind, value_of(draft.description, "art")),
                "hints": picture_hints(badge.issuer_id, value_of(draft.description, "art")),
                "lacking": [line for line in lines if line.required and not line.done],
                "seen": json.dumps(draft.description, ensure_ascii=False),
            }
        return super().get_context_data(**kwargs) | found

    def get_page_title(self) -> str:
        badge = self.badge()
        draft = getattr(badge, "draft", None)
        words = (
            draft.description.get("name", {})
            if draft
            else badge.current_version and badge.current_version.name
        )
        return name_of(words or {})


def _changes(badge: Achievement, draft: Any, versions: Any) -> tuple[Change, ...]:
    """What the draft changes, or else what the last version changed."""
    if draft is not None:
        return draft_changes(draft) if badge.current_version is not None else ()
    if len(versions) < 2:
        return ()
    return difference(badge, versions[1].number, versions[0].number) or ()


def _seen(text: str) -> dict[str, Any]:
    """What the form had shown, as it came back; nothing when it was tampered with."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
