"""What has happened, for people who answer for it: by day, by kind, by who of the staff did it.

The audit is about offices, not about pupils: only staff, editors and operators are named. Everybody else is what they
are (a student, a person with an account of their own), also for who would know the name elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cms.desk.fact_words import NAMELESS, words_of
from cms.desk.selectors import activities_on_desk, on_day, staff, staff_named_like
from core.models import Activity
from core.paging import page
from people.enums import VOUCHING_KINDS, AccountKind, GroupKind
from people.models import Group, User
from people.selectors.groups import groups_visible_to

ROWS = 50
NAMED_KINDS = (*VOUCHING_KINDS, GroupKind.SCHOOL_CLASS)


@dataclass(frozen=True)
class Asked:
    """What is looked for; empty for everything. `who` is part of a name or user name of staff."""

    day: date | None = None
    fact: str = ""
    who: str = ""


@dataclass(frozen=True)
class Line:
    id: UUID
    at: datetime
    what: str
    who: str
    where: str


def audit_page(user: User, asked: Asked, after: str | None) -> tuple[list[Line], bool]:
    """Fifty lines behind `after`, and whether there are more. Five queries, however much has happened."""
    found = page(_rows(user, asked), limit=ROWS + 1, after=after)
    shown: list[Activity] = found[:ROWS]
    names = {one.pk: _name_of(one) for one in staff().filter(pk__in={row.actor_id for row in shown})}
    groups = _group_words(user, {row.scope for row in shown if row.scope})
    lines = [
        Line(
            row.pk,
            row.created_at,
            words_of(row.fact),
            _who(row, names),
            groups.get(row.scope, "") if row.scope else "",
        )
        for row in shown
    ]
    return lines, len(found) > ROWS


def _rows(user: User, asked: Asked) -> QuerySet[Activity]:
    rows = activities_on_desk(user).select_related("actor")
    if asked.day is not None:
        rows = on_day(rows, asked.day)
    if asked.fact:
        rows = rows.filter(fact=asked.fact)
    if asked.who:
        # Asking by name must not tell what a line itself would not.
        rows = rows.filter(actor__in=staff_named_like(asked.who)).exclude(fact__in=NAMELESS)
    return rows


def _who(row: Activity, names: dict[UUID, str]) -> str:
    if row.actor is None:
        return _("the portal, or a closed account")
    if row.fact in NAMELESS:
        return _("not told")
    if row.actor_id in names:
        return names[row.actor_id]
    if row.actor.kind == AccountKind.SCHOOL_MANAGED:
        return _("a student")
    return _("a person with an account of their own")


def _name_of(person: User) -> str:
    full = person.get_full_name()
    return f"{full} ({person.username})" if full else person.username


def _group_words(user: User, ids: set[UUID]) -> dict[UUID, str]:
    """A school, an organisation and a class by name; a team or a club only where the reader belongs to it or answers
    for it, because being in one may itself be private.
    """
    groups = Group.objects.select_related("parent").in_bulk(ids)
    known = set(groups_visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))
    words: dict[UUID, str] = {}
    for key, group in groups.items():
        if group.kind not in NAMED_KINDS and key not in known:
            words[key] = str(GroupKind(group.kind).label)
        elif group.parent is not None:
            words[key] = f"{group.name}, {group.parent.name}"
        else:
            words[key] = group.name
    return words
