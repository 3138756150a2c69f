"""A guardian’s word about a club that is not the school’s own: when it is needed, what they read, what follows."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clubs.models import Club
from clubs.selectors.guardians import waiting_for_guardian
from core.refusals import Refusal
from people.enums import ConsentPurpose, Role
from people.models import Consent, Group, JoinRequest, Membership, User
from people.services import joining, memberships


def waits_for_guardian(group: Group, user: User) -> bool:
    return bool(waiting_for_guardian(user, [group]))


def consent_text(subject: User, about_id: UUID | None) -> str:
    """What a guardian reads. Refuses when the person does not ask to be in the club, or needs nobody for it."""
    asked = JoinRequest.objects.filter(user=subject, group=about_id, decided_at=None)
    club = (
        Club.objects.select_related("group__parent")
        .filter(pk=about_id, group__in=asked.values("group"))
        .first()
    )
    if club is None or not waits_for_guardian(club.group, subject):
        raise Refusal("CONSENT_NOT_NEEDED", gettext_lazy("Nobody has to agree to this."), "about_id")
    lines = [
        _("I agree that %(name)s is a member of the club “%(club)s”.")
        % {"name": subject.given_name, "club": club.group.name}
    ]
    if club.purpose:
        lines.append(_("What the club does: %(purpose)s") % {"purpose": club.purpose})
    if club.responsible_adult:
        lines.append(_("Responsible adult: %(adult)s") % {"adult": club.responsible_adult})
    if club.group.parent is not None:
        lines.append(_("Who vouches for it: %(name)s") % {"name": club.group.parent.name})
    else:
        lines.append(_("So far no school or organisation vouches for it."))
    lines.append(
        _(
            "Those who lead the club see the first and last name, members a shorter form of it. "
            "I can withdraw my consent at any time: the membership ends with it."
        )
    )
    return "\n".join(lines)


@transaction.atomic
def guardian_answered(consent: Consent) -> None:
    """Let in who waited for this word alone; without it the request, or the membership, is over."""
    if consent.purpose != ConsentPurpose.CLUB or consent.about is None:
        return
    group = Group.objects.select_for_update().filter(pk=consent.about).first()
    if group is None:
        return
    waiting = JoinRequest.objects.filter(group=group, user=consent.subject, decided_at=None)
    if not waits_for_guardian(group, consent.subject):
        if waiting.filter(admitted_at__isnull=False).exists():
            _let_in(group, consent.subject)
        return
    waiting.update(decided_at=timezone.now(), accepted=False)
    if Membership.objects.current().filter(group=group, user=consent.subject).exists():
        memberships.leave(group, consent.subject, actor=None)


def _let_in(group: Group, user: User) -> None:
    try:
        with transaction.atomic():
            joining.add_member(group, user, Role.MEMBER, actor=None)
    except Refusal:
        # Meanwhile it is full, closed or archived: the request is over, as if those who lead had said so.
        request = JoinRequest.objects.filter(group=group, user=user, decided_at=None).first()
        if request is not None:
            joining.decide_join(request, accept=False, actor=None)
