"""What people can report of badges: formal badges, endorsements, and the words and the picture that came with one."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.translated import in_language
from credentials.models import Achievement, AnsweredCredential, Credential, Endorsement
from credentials.selectors.achievements import is_public_badge
from credentials.selectors.catalogue_pages import forget_catalogue
from credentials.selectors.trust import words_of_endorsers
from credentials.services import club_badges
from credentials.services.award_pictures import hide_words, show_words_again
from credentials.services.reissuing import award_again
from credentials.services.revoking import REPORTED_AS
from people import reporting
from people.models import Group, User


def _said(credential: Credential) -> str:
    badge = in_language(credential.version.name)
    picture = str(_("with a picture")) if credential.batch.picture_id else ""
    return "\n".join(filter(None, (badge, credential.note, picture)))


def _giver(credential: Credential) -> User | None:
    return credential.batch.actor


def _care_of(credential: Credential) -> Group | None:
    """The school or organisation above the group in which it was given."""
    return credential.batch.group.parent if credential.batch.group else None


def _hide(credential: Credential) -> None:
    hide_words(credential.batch, now=timezone.now())


def _restore(credential: Credential) -> None:
    show_words_again(credential.batch)


def _endorser(endorsement: Endorsement) -> User | None:
    return endorsement.by


def _care_of_badge(endorsement: Endorsement) -> Group | None:
    return _care_of_achievement(endorsement.achievement)


def _hide_endorsement(endorsement: Endorsement) -> None:
    Endorsement.objects.filter(pk=endorsement.pk, hidden_at=None).update(hidden_at=timezone.now())
    transaction.on_commit(forget_catalogue)


def _restore_endorsement(endorsement: Endorsement) -> None:
    Endorsement.objects.filter(pk=endorsement.pk).update(hidden_at=None)
    transaction.on_commit(forget_catalogue)


reporting.register(
    "credentials.Credential", label=_("Words or picture with a badge"), model=Credential, snapshot=_said,
    author_of=_giver, responsible_of=_care_of, hide=_hide, restore=_restore,
)  # fmt: skip


def _named(credential: Credential) -> str:
    return in_language(credential.version.name)


def _awarded_again(credential: Credential) -> None:
    """The appeal was right: a revocation is final, so the badge is awarded again in its place."""
    award_again(credential, now=timezone.now())


# A revocation is a decision about its learner, and appealed like any other.
reporting.register(
    REPORTED_AS, label=_("Revoked badge"), model=AnsweredCredential, snapshot=_named,
    author_of=lambda credential: credential.recipient, responsible_of=_care_of, hide=lambda credential: None,
    restore=_awarded_again,
)  # fmt: skip
reporting.register(
    "credentials.Endorsement", label=_("Endorsement of a badge"), model=Endorsement,
    snapshot=lambda endorsement: endorsement.text, author_of=_endorser, responsible_of=_care_of_badge,
    hide=_hide_endorsement, restore=_restore_endorsement,
)  # fmt: skip


def _described(achievement: Achievement) -> str:
    version = achievement.current_version
    return f"{in_language(version.name)}\n{in_language(version.description)}" if version else ""


def _hide_badge(achievement: Achievement) -> None:
    club_badges.hide(achievement, now=timezone.now())


def _care_of_achievement(achievement: Achievement) -> Group | None:
    return achievement.club.parent if achievement.club else None


# An accredited issuer wrote it and a second person read it: the operator looks before a tap takes it down. Badges of
# clubs are reported as what the club wrote (`clubs.ClubBadge`).
reporting.register(
    "credentials.Achievement", label=_("Description of a badge"), model=Achievement, snapshot=_described,
    author_of=lambda achievement: None, responsible_of=_care_of_achievement, hide=_hide_badge,
    restore=club_badges.show_again, hides_at_once=False, open_to_strangers=is_public_badge,
    parts_of=lambda achievement: (("credentials.Endorsement", one) for one in words_of_endorsers(achievement)),
)  # fmt: skip
