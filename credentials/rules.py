"""Who may do what with achievements, credentials and evidence. The single law that every door obeys."""

from __future__ import annotations

from collections.abc import Callable

import rules

from credentials.models import Achievement, AwardBatch, Credential, Endorsement, Evidence, Upload
from credentials.openness import is_public
from credentials.selectors.credentials import occasions_of
from credentials.selectors.endorsers import may_speak_for_themselves, speaks_for
from credentials.selectors.issuer_people import works_for
from people.enums import GroupKind
from people.models import Group, User
from people.selectors.groups import belongs_to, leads

VIEW_ACHIEVEMENT = "credentials.view_achievement"
VIEW_CREDENTIAL = "credentials.view_credential"
VIEW_OWN = "credentials.view_own_badges"
CELEBRATE = "credentials.celebrate"
SHARE = "credentials.share"
ENDORSE = "credentials.endorse"
VIEW_ENDORSEMENT = "credentials.view_endorsement"
WITHDRAW_ENDORSEMENT = "credentials.withdraw_endorsement"
PRINT_CLAIM_CODES = "credentials.print_claim_codes"
UNDO_AWARD = "credentials.undo_award"
VIEW_EVIDENCE = "credentials.view_evidence"
VIEW_UPLOAD = "credentials.view_upload"

Assesses = Callable[[User, Evidence], bool]


class Assessors:
    """Who else than its owner may read a piece of evidence: rooms upstairs register their answers here,
    because only they know what the evidence was handed in for.
    """

    def __init__(self) -> None:
        self._answers: list[Assesses] = []

    def register(self, answer: Assesses) -> Assesses:
        """Add `answer(user, evidence) -> bool`; one yes is enough. Usable as a decorator."""
        if answer not in self._answers:
            self._answers.append(answer)
        return answer

    def __call__(self, user: User, evidence: Evidence) -> bool:
        return any(answer(user, evidence) for answer in self._answers)


may_assess_evidence = Assessors()


@rules.predicate
def is_published(user: User, achievement: Achievement | None) -> bool:
    return achievement is not None and achievement.current_version_id is not None


@rules.predicate
def is_open_to(user: User, achievement: Achievement | None) -> bool:
    """An issuer's achievement is public; a club's is for its members, unless the club is public. What was reported is
    for those who lead the club.
    """
    if achievement is None or not user.is_active or user.is_anonymous:
        return False
    club = achievement.club
    if achievement.hidden_at is not None:
        return club is not None and leads(user, club)
    return club is None or is_public(club) or belongs_to(user, club)


@rules.predicate
def holds(user: User, credential: Credential | None) -> bool:
    return credential is not None and user.is_active and credential.recipient_id == user.pk


@rules.predicate
def leads_where_awarded(user: User, credential: Credential | None) -> bool:
    return credential is not None and leads_batch_group(user, credential.batch)


@rules.predicate
def leads_batch_group(user: User, batch: AwardBatch | None) -> bool:
    return batch is not None and batch.group is not None and leads(user, batch.group)


@rules.predicate
def awards_for_batch_issuer(user: User, batch: AwardBatch | None) -> bool:
    """An act in an issuer's own name, with no group behind it."""
    if batch is None or batch.group_id is not None:
        return False
    return works_for(user, batch.version.achievement.issuer, "may_award")


@rules.predicate
def is_oneself(user: User, person: User | None) -> bool:
    return person is not None and user.is_active and user.pk == person.pk


@rules.predicate
def owns_evidence(user: User, evidence: Evidence | None) -> bool:
    return evidence is not None and user.is_active and evidence.owner_id == user.pk


@rules.predicate
def assesses_evidence(user: User, evidence: Evidence | None) -> bool:
    """Assessors read what has been handed in, is not withdrawn and is still kept."""
    if evidence is None or not user.is_active or evidence.withdrawn_at or evidence.purged_at:
        return False
    return may_assess_evidence(user, evidence)


@rules.predicate
def owns_upload(user: User, upload: Upload | None) -> bool:
    return upload is not None and user.is_active and upload.owner_id == user.pk


@rules.predicate
def assesses_upload(user: User, upload: Upload | None) -> bool:
    evidence = getattr(upload, "evidence", None)
    return evidence is not None and bool(assesses_evidence(user, evidence))


@rules.predicate
def shares_the_occasion(user: User, upload: Upload | None) -> bool:
    """The picture of an award is for those who have the badge and who lead the group."""
    return upload is not None and occasions_of(user).filter(picture=upload).exists()


@rules.predicate
def is_club_badge(user: User, achievement: Achievement | None) -> bool:
    return achievement is not None and achievement.club_id is not None


@rules.predicate
def may_endorse(user: User, achievement: Achievement | None) -> bool:
    """Adults, members of the club, and whoever speaks for a school, an organisation or an issuer."""
    return achievement is not None and may_speak_for_themselves(user, achievement)


@rules.predicate
def sees_endorsed_badge(user: User, endorsement: Endorsement | None) -> bool:
    """Whoever may read the badge reads who stands up for it; what was withdrawn or reported, nobody else."""
    if endorsement is None or endorsement.withdrawn_at or endorsement.hidden_at:
        return False
    achievement = endorsement.achievement
    return bool(is_published(user, achievement) and is_open_to(user, achievement))


@rules.predicate
def made_endorsement(user: User, endorsement: Endorsement | None) -> bool:
    """Who gave it, or speaks now for the name in which it was given."""
    if endorsement is None or not user.is_active or user.is_anonymous or endorsement.withdrawn_at:
        return False
    return endorsement.by_id == user.pk or speaks_for(
        user, group=endorsement.group, issuer=endorsement.issuer
    )


@rules.predicate
def leads_club_of(user: User, group: Group | None) -> bool:
    return group is not None and group.kind == GroupKind.CLUB and leads(user, group)


rules.add_perm(VIEW_ACHIEVEMENT, is_published & is_open_to)
rules.add_perm(VIEW_CREDENTIAL, holds | leads_where_awarded)
rules.add_perm(VIEW_OWN, is_oneself)
rules.add_perm(CELEBRATE, holds)
rules.add_perm(SHARE, holds)
rules.add_perm(ENDORSE, is_published & is_open_to & is_club_badge & may_endorse)
rules.add_perm(VIEW_ENDORSEMENT, sees_endorsed_badge | made_endorsement)
rules.add_perm(WITHDRAW_ENDORSEMENT, made_endorsement)
rules.add_perm(PRINT_CLAIM_CODES, leads_club_of)
rules.add_perm(UNDO_AWARD, leads_batch_group | awards_for_batch_issuer)
rules.add_perm(VIEW_EVIDENCE, owns_evidence | assesses_evidence)
rules.add_perm(VIEW_UPLOAD, owns_upload | assesses_upload | shares_the_occasion)
