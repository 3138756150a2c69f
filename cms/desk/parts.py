"""The parts of the desk, for its home and for the admin's menu: each is shown to whom its page lets in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.desk import policies
from cms.desk.policy import RulesPolicy


@dataclass(frozen=True)
class Part:
    name: str
    label: str | Promise
    says: str | Promise
    icon: str
    policy: RulesPolicy
    action: str = "view"

    @property
    def address(self) -> str:
        return f"/cms/desk/{self.name}/"


PARTS = (
    Part(
        "schools",
        _("Schools"),
        _("Which schools are here, and who has a coordinator."),
        "home",
        policies.SCHOOLS,
    ),
    Part("issuers", _("Issuers"), _("Who awards badges, and in what standing."), "success", policies.ISSUERS),
    Part(
        "badges",
        _("Badges of issuers"),
        _("What issuers describe and publish, and what is not awarded any more."),
        "tag",
        policies.BADGES,
    ),
    Part(
        "reports",
        _("Reported by people"),
        _("What somebody pointed at and somebody has to look at."),
        "warning",
        policies.REPORTS,
    ),
    Part("audit", _("What has happened"), _("By day, by kind, by who did it."), "history", policies.AUDIT),
    Part(
        "self-check",
        _("Self-check"),
        _("Keys, backups, certificate, disk, background work, versions."),
        "tasks",
        policies.SELF_CHECK,
    ),
    Part(
        "look", _("Look of the portal"), _("Name, mark, colours, letters."), "view", policies.LOOK, "change"
    ),
)


def parts_for(user: Any) -> list[Part]:
    return [part for part in PARTS if part.policy.user_has_permission(user, part.action)]
