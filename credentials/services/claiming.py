"""Printed codes: one badge each, for somebody who has no account yet. A code works once (AU-06)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.access import NotFound
from core.emitting import emit
from core.refusals import Refusal
from core.secrets import derived_code, keyed_digest, read_code
from core.security_log import security_event
from core.text import clean_text
from credentials.domain_events import BadgeClaimed
from credentials.models import Achievement, ClaimCode, Credential
from credentials.selectors.achievements import awardable_in
from credentials.services.awarding import award
from people.audiences import for_student_in
from people.models import Group, User

PURPOSE = "claim code"
# Five bits a letter: 60 bits.
LETTERS = 12


@dataclass(frozen=True)
class Sheet:
    """A sheet of new codes. `codes` are as they are typed: "K7QW-3MZX-9ABC"."""

    id: UUID
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Claimed:
    """What redeeming a code gave; `new` is False for who had the badge already, whose code stays unused."""

    credential: Credential
    new: bool


def make_sheet(
    achievement: Achievement,
    group: Group,
    count: int,
    *,
    note: str = "",
    context: Mapping[str, Any] | None = None,
    actor: User,
) -> Sheet:
    """Make `count` codes for one badge of a club.

    `note` and `context` are as in `awarding.award`. Raises Refusal ACHIEVEMENT_NOT_AWARDABLE, CODE_COUNT, or
    TOO_MANY_CODES while many codes of the club are still open.
    """
    note = clean_text(note, field="note")
    limits = settings.KOTYLION_LIMITS
    most = limits["claim_codes_a_sheet"]
    if not 1 <= count <= most:
        raise Refusal("CODE_COUNT", _("One sheet holds from 1 to %(most)d codes."), "count", most=most)
    now = timezone.now()
    with transaction.atomic():
        Group.objects.select_for_update().get(pk=group.pk)
        if not awardable_in(group).filter(pk=achievement.pk).exists():
            raise Refusal("ACHIEVEMENT_NOT_AWARDABLE", _("This badge cannot be awarded here."))
        may_have = limits["claim_codes_open" if group.parent_id else "claim_codes_open_unvouched"]
        still_open = ClaimCode.objects.filter(
            group=group, claimed_at=None, ended_at=None, expires_at__gt=now
        ).count()
        if still_open + count > may_have:
            raise Refusal(
                "TOO_MANY_CODES",
                _("At most %(most)d codes of a club may be open at once. End old sheets first."),
                most=may_have,
            )
        sheet = uuid4()
        rows = [
            ClaimCode(
                achievement=achievement, group=group, sheet=sheet, note=note, context=dict(context or {}),
                created_by=actor, expires_at=now + timedelta(days=limits["claim_code_days"]),
            )
            for _number in range(count)
        ]  # fmt: skip
        for row in rows:
            row.digest = keyed_digest(PURPOSE, read_code(code_of(row)))
        ClaimCode.objects.bulk_create(rows)
    security_event("claim_codes.made", user=actor, group=group.pk, codes=count)
    return Sheet(sheet, tuple(code_of(row) for row in rows))


def code_of(row: ClaimCode) -> str:
    """The code of a row: from its id and the digest key, which is not in the database."""
    return derived_code(PURPOSE, row.pk, LETTERS)


def print_sheet(sheet: UUID, *, now: datetime) -> list[ClaimCode]:
    """The working codes of a sheet, once; empty when it was printed before."""
    with transaction.atomic():
        rows = ClaimCode.objects.select_for_update().filter(sheet=sheet, printed_at=None, ended_at=None)
        found = list(
            rows.select_related("achievement__current_version", "achievement__club", "group").order_by("id")
        )
        if ClaimCode.objects.filter(pk__in=[row.pk for row in found], printed_at=None).update(
            printed_at=now
        ) != len(found):
            return []
    return found


def end_sheet(sheet: UUID, *, now: datetime) -> int:
    """No code of the sheet works any more. Answers how many were still open."""
    return ClaimCode.objects.filter(sheet=sheet, claimed_at=None, ended_at=None).update(ended_at=now)


def end_sheet_of(group: Group, sheet: UUID | None, *, actor: User, now: datetime) -> int:
    """End a sheet of this club. Raises NotFound for a sheet of another one; a second time changes nothing."""
    if sheet is None or not ClaimCode.objects.filter(group=group, sheet=sheet).exists():
        raise NotFound
    ended = end_sheet(sheet, now=now)
    security_event("claim_codes.ended", user=actor, group=group.pk, codes=ended)
    return ended


def working_code(typed: str, *, now: datetime) -> ClaimCode | None:
    """The code that was typed, if it still works: used, ended, expired and made up look the same."""
    code = read_code(typed)
    if len(code) != LETTERS:
        return None
    found = (
        ClaimCode.objects.filter(
            digest=keyed_digest(PURPOSE, code), claimed_at=None, ended_at=None, expires_at__gt=now
        )
        .select_related("achievement__current_version", "achievement__club__parent", "group", "created_by")
        .first()
    )
    if found is None or not awardable_in(found.group).filter(pk=found.achievement_id).exists():
        return None
    return found


def claim(typed: str, *, user: User, now: datetime) -> Claimed:
    """Redeem a code: the badge is the person's. Of two who use it in the same moment, one gets it.

    Raises Refusal CODE_WRONG for every code that does not work (any more).
    """
    with transaction.atomic():
        found = working_code(typed, now=now)
        if found is None:
            raise wrong_code()
        # Compare-and-set: it takes the row, and with it the turn.
        mine = ClaimCode.objects.filter(pk=found.pk, claimed_at=None, ended_at=None)
        held = Credential.objects.living().filter(achievement=found.achievement, recipient=user).first()
        if held is not None:
            return Claimed(held, new=False)
        if not mine.update(claimed_at=now):
            raise wrong_code()
        done = award(
            found.achievement, [user], actor=found.created_by, group=found.group, note=found.note,
            context=found.context, language=user.language,
        )  # fmt: skip
        if not done.credentials:
            # They got it in another way a moment ago; the code goes back with the transaction.
            raise wrong_code()
        credential = done.credentials[0]
        ClaimCode.objects.filter(pk=found.pk).update(credential=credential)
        fact = BadgeClaimed(claim_code_id=found.pk, credential_id=credential.pk)
        emit(fact, actor=user, audience=for_student_in(user.pk, found.group_id))
    return Claimed(credential, new=True)


def claimed_by(typed: str, user: User) -> Credential | None:
    """The badge that this person took with this code; for who opens the link again."""
    code = read_code(typed)
    found = Credential.objects.living().filter(claim_code__digest=keyed_digest(PURPOSE, code), recipient=user)
    return found.first()


def wrong_code() -> Refusal:
    """One text for every reason."""
    return Refusal(
        "CODE_WRONG", _("This code does not work: it was used, has expired, or a letter is wrong.")
    )
