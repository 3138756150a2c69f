"""The people of an issuer: added by user name or by a link, with what they may do, and let go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.secrets import keyed_digest, new_secret
from core.text import clean_text
from core.throttling import Throttle
from credentials.domain_events import IssuerInvitationMade, IssuerMemberChanged
from credentials.models import Issuer, IssuerInvitation, IssuerMember
from credentials.selectors.endorsers import is_adult, works_here
from credentials.selectors.issuer_people import SPEAKING_ROLES
from people.models import Membership, User

INVITATION = "issuer-invitation"
VALID_FOR = timedelta(days=14)
MOST_MEMBERS = 50
# Trying names is counted: the answer must not become a list of who is here.
tries = Throttle("issuer-members", limit=20, seconds=900)


@dataclass(frozen=True)
class Powers:
    """What somebody may do in an issuer's name; one of them at least."""

    manages: bool = False
    may_define: bool = False
    may_award: bool = False


def add_member(issuer: Issuer, username: str, powers: Powers, *, actor: User) -> IssuerMember:
    """Make somebody who works here, and is grown up, a member. Somebody who is one already gets these powers.

    Raises Refusal PERSON_UNKNOWN, one answer for everybody who cannot be added; NO_POWER, TOO_MANY_MEMBERS.
    """
    _check(powers)
    tries.take(str(actor.pk))
    name = clean_text(username, limit=80, multiline=False, field="username", required=True)
    person = User.objects.active().filter(username__iexact=name).first()
    if person is None or not works_here(person) or not is_adult(person):
        raise Refusal(
            "PERSON_UNKNOWN",
            _(
                "Nobody of that user name can be added. A link to join works for everybody else who is grown up."
            ),
            "username",
        )
    return _join(issuer, person, powers, actor=actor)


def invite(issuer: Issuer, powers: Powers, *, actor: User, now: datetime) -> str:
    """The secret of a link for one colleague; told once, works once, for fourteen days."""
    _check(powers)
    if issuer.invitations.working(now).count() >= settings.KOTYLION_LIMITS["issuer_invitations_open"]:
        raise Refusal("TOO_MANY_INVITATIONS", _("There are many open links already. End them first."))
    secret = new_secret(160)
    with transaction.atomic():
        IssuerInvitation.objects.create(
            issuer=issuer, digest=keyed_digest(INVITATION, secret), created_by=actor, expires_at=now + VALID_FOR,
            manages=powers.manages, may_define=powers.may_define, may_award=powers.may_award,
        )  # fmt: skip
        emit(IssuerInvitationMade(issuer_id=issuer.pk), actor=actor, audience=Audience(scope=issuer.group_id))
    return secret


def end_invitations(issuer: Issuer, *, now: datetime) -> int:
    """No link that was made and not used works any more. Answers how many there were."""
    return issuer.invitations.working(now).update(withdrawn_at=now)


def accept_invitation(secret: str, *, actor: User, now: datetime) -> IssuerMember:
    """Join by a link. Used, ended, expired and made-up links get one answer; so does who is not grown up.

    Raises Refusal INVITATION_OVER.
    """
    tries.take(str(actor.pk))
    over = Refusal("INVITATION_OVER", _("This link has been used or has expired. Ask for a new one."))
    if not is_adult(actor):
        raise over
    with transaction.atomic():
        digest = keyed_digest(INVITATION, secret[:200])
        found = IssuerInvitation.objects.working(now).filter(digest=digest).select_related("issuer").first()
        if found is None or not IssuerInvitation.objects.filter(pk=found.pk, used_at=None).update(
            used_at=now
        ):
            raise over
        powers = Powers(found.manages, found.may_define, found.may_award)
        return _join(found.issuer, actor, powers, actor=actor)


def change_member(issuer: Issuer, member_id: UUID, powers: Powers, *, actor: User) -> IssuerMember:
    """Give a member other powers. Raises Refusal NO_POWER, MEMBER_GONE, LAST_MANAGER."""
    _check(powers)
    with transaction.atomic():
        member = _current(issuer, member_id)
        if member.manages and not powers.manages:
            _check_somebody_manages(issuer, member)
        member.manages, member.may_define = powers.manages, powers.may_define
        member.may_award = powers.may_award
        member.save(update_fields=["manages", "may_define", "may_award"])
        _tell(issuer, member.user_id, actor)
    return member


def remove_member(issuer: Issuer, member_id: UUID, *, actor: User, now: datetime) -> None:
    """Let somebody go, oneself too. Raises Refusal MEMBER_GONE, LAST_MANAGER."""
    with transaction.atomic():
        member = _current(issuer, member_id)
        if member.manages:
            _check_somebody_manages(issuer, member)
        member.left_at = now
        member.save(update_fields=["left_at"])
        _tell(issuer, member.user_id, actor)


def _join(issuer: Issuer, person: User, powers: Powers, *, actor: User) -> IssuerMember:
    """A member already gets what is given now besides what they had."""
    with transaction.atomic():
        Issuer.objects.select_for_update().get(pk=issuer.pk)
        current = IssuerMember.objects.current().filter(issuer=issuer)
        if current.count() >= MOST_MEMBERS:
            raise Refusal("TOO_MANY_MEMBERS", _("There is no room for more people in this issuer."))
        member, is_new = IssuerMember.objects.get_or_create(
            issuer=issuer, user=person, left_at=None,
            defaults={
                "manages": powers.manages, "may_define": powers.may_define, "may_award": powers.may_award,
                "added_by": actor,
            },
        )  # fmt: skip
        if not is_new:
            member.manages |= powers.manages
            member.may_define |= powers.may_define
            member.may_award |= powers.may_award
            member.save(update_fields=["manages", "may_define", "may_award"])
        _tell(issuer, person.pk, actor)
    return member


def _current(issuer: Issuer, member_id: UUID) -> IssuerMember:
    found = IssuerMember.objects.current().select_for_update().filter(issuer=issuer, pk=member_id).first()
    if found is None:
        raise Refusal("MEMBER_GONE", _("This person does not work for the issuer any more."))
    return found


def _check(powers: Powers) -> None:
    if not (powers.manages or powers.may_define or powers.may_award):
        raise Refusal("NO_POWER", _("Choose at least one thing that the person may do."), "powers")


def _check_somebody_manages(issuer: Issuer, leaving: IssuerMember) -> None:
    others = IssuerMember.objects.current().filter(issuer=issuer, manages=True).exclude(pk=leaving.pk)
    speaking = Membership.objects.current().filter(group=issuer.group_id, role__in=SPEAKING_ROLES)
    if not others.exists() and not (issuer.group_id and speaking.exists()):
        raise Refusal("LAST_MANAGER", _("Somebody has to manage the issuer. Choose another person first."))


def _tell(issuer: Issuer, person: UUID, actor: User) -> None:
    deliver = (person,) if person != actor.pk else ()
    emit(
        IssuerMemberChanged(issuer_id=issuer.pk, user_id=person), actor=actor,
        audience=Audience(deliver_to=deliver, scope=issuer.group_id),
    )  # fmt: skip
