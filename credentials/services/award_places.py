"""Where an issuer's badges may be awarded: a school, class or club asks, the issuer agrees, and may end it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.domain_events import AwardingAsked, AwardingDecided
from credentials.issuer_standing import is_shown
from credentials.models import AwardRequest, Issuer
from credentials.selectors.issuer_screens import AWARDING_KINDS
from credentials.services.standings import about_issuer
from people.models import Group, User

NOTE_LETTERS = 300
MOST_PLACES = 200


def ask_to_award(issuer: Issuer, group: Group, *, actor: User, note: str = "") -> AwardRequest:
    """Ask whether `group`, which the actor leads, may award the issuer's badges. Asking again changes nothing.

    Raises Refusal ISSUER_NOT_FOUND for one that is not public, PLACE_KIND, ALREADY_ALLOWED, or TEXT_… about the note.
    """
    note = clean_text(note, limit=NOTE_LETTERS, field="note")
    if not is_shown(issuer):
        raise Refusal("ISSUER_NOT_FOUND", _("There is no such issuer."), "issuer_id")
    if group.kind not in AWARDING_KINDS or group.archived_at is not None:
        raise Refusal("PLACE_KIND", _("Only a school, a class or a club that is open can award."))
    if issuer.may_award.filter(pk=group.pk).exists():
        raise Refusal("ALREADY_ALLOWED", _("It may award these badges already."))
    try:
        with transaction.atomic():
            request = AwardRequest.objects.create(issuer=issuer, group=group, asked_by=actor, note=note)
            fact = AwardingAsked(issuer_id=issuer.pk, group_id=group.pk)
            emit(fact, actor=actor, audience=about_issuer(issuer))
            return request
    except IntegrityError:
        return AwardRequest.objects.get(issuer=issuer, group=group, decided_at=None)


def decide_request(
    issuer: Issuer, request_id: UUID, *, granted: bool, actor: User, now: datetime
) -> AwardRequest:
    """Agree or not. Raises Refusal REQUEST_GONE when somebody has answered already, TOO_MANY_PLACES."""
    with transaction.atomic():
        decided = AwardRequest.objects.filter(pk=request_id, issuer=issuer, decided_at=None).update(
            decided_at=now, decided_by=actor, granted=granted
        )
        request = AwardRequest.objects.filter(pk=request_id, issuer=issuer).select_related("group").first()
        if not decided or request is None:
            raise Refusal("REQUEST_GONE", _("Somebody has answered this already."))
        if granted:
            _let(issuer, request.group)
        _tell(issuer, request.group, actor, request.asked_by_id)
    return request


def let_award(issuer: Issuer, group: Group, *, actor: User) -> None:
    """Let a class, team's school or club of one's own organisation award, without its asking. Again changes nothing.

    Raises Refusal NOT_OWN_GROUP for a group of somebody else: that one has to ask. TOO_MANY_PLACES.
    """
    if not is_own_group(issuer, group) or group.kind not in AWARDING_KINDS:
        raise Refusal("NOT_OWN_GROUP", _("It belongs to somebody else. Its leader can ask you."), "group_id")
    with transaction.atomic():
        _let(issuer, group)
        _tell(issuer, group, actor, None)


def end_awarding(issuer: Issuer, group: Group, *, actor: User) -> None:
    """The group does not award the issuer's badges any more; what was given stays. Again changes nothing."""
    with transaction.atomic():
        if issuer.may_award.filter(pk=group.pk).exists():
            issuer.may_award.remove(group)
            _tell(issuer, group, actor, None)


def is_own_group(issuer: Issuer, group: Group) -> bool:
    """The school or organisation behind the issuer, or a class or club right below it."""
    return issuer.group_id is not None and issuer.group_id in (group.pk, group.parent_id)


def _let(issuer: Issuer, group: Group) -> None:
    if issuer.may_award.count() >= MOST_PLACES:
        raise Refusal("TOO_MANY_PLACES", _("There is no room for more groups."))
    issuer.may_award.add(group)


def _tell(issuer: Issuer, group: Group, actor: User, asked_by: UUID | None) -> None:
    deliver = (asked_by,) if asked_by is not None and asked_by != actor.pk else ()
    emit(
        AwardingDecided(issuer_id=issuer.pk, group_id=group.pk), actor=actor,
        audience=Audience(deliver_to=deliver, scope=issuer.group_id),
    )  # fmt: skip
