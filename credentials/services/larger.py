"""The larger badge: given by its rule with the last part, and what becomes of it when a part is taken back.

What is not signed yet falls with its part; what is signed is put before its issuer, and nothing falls by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from core.emitting import Audience, emit
from credentials.by_rule import by_rule
from credentials.domain_events import AwardUndone, CredentialsAwarded, LargerBadgeReviewOpened
from credentials.enums import CredentialState, RevocationKind
from credentials.models import Achievement, AwardBatch, Credential, StackReview
from credentials.selectors.achievements import awardable_in
from credentials.selectors.composites import asking_for
from credentials.selectors.holdings import holdings
from credentials.selectors.issuer_people import people_to_tell
from credentials.services.handing_over import audience_of, drafts_for, write
from credentials.stacking import Requirement, who_meets
from people.models import Group, User

# A rule that gives what another rule asks for goes on; circles are refused at publishing.
DEEPEST = 12


def award_larger(
    part: Achievement,
    batch: AwardBatch,
    people: Sequence[User],
    *,
    language: str,
    now: datetime,
    in_no_group: bool = False,
) -> list[AwardBatch]:
    """Give every larger badge whose last part was just given to somebody; expects to be inside the act's transaction.

    One query when no badge asks for `part`. Each larger badge is one act of its own that nobody did by hand
    (`actor` None, `follows` the act of the part), stands in the group of the part where that group may award it, and
    can be undone like any other. `in_no_group` is for people whom the group of the part need not know: what else they
    hold is none of its business.
    """
    group = None if in_no_group else batch.group
    return _award_larger(part, batch, group, people, language, now, DEEPEST)


def _award_larger(
    part: Achievement,
    batch: AwardBatch,
    group: Group | None,
    people: Sequence[User],
    language: str,
    now: datetime,
    depth: int,
) -> list[AwardBatch]:
    larger = asking_for(part.slug) if people and depth else []
    if not larger:
        return []
    ids = [person.pk for person in people]
    # Two last parts given at the same moment take turns here, so that the later one sees both.
    list(User.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk", flat=True))
    waits = by_rule.held_back(ids, [one.pk for one, _ in larger])
    held = holdings(ids, {slug for _, asked in larger for slug in asked.slugs}, now=now)
    here = _awardable_here(group, larger)
    given: list[AwardBatch] = []
    for achievement, asked in larger:
        met = who_meets(asked, held) - _lost(achievement, ids)
        earned = [one for one in people if one.pk in met and (one.pk, achievement.pk) not in waits]
        act = AwardBatch(
            version=achievement.current_version, group=group if achievement.pk in here else None, follows=batch,
            created_at=now, undo_until=now + timedelta(seconds=settings.KOTYLION_LIMITS["undo_seconds"]),
        )  # fmt: skip
        new = write(act, drafts_for(act, achievement, earned, None, language, now))
        if not new:
            continue
        act.save(force_insert=True)
        fact = CredentialsAwarded(batch_id=act.pk, achievement_id=achievement.pk)
        emit(fact, actor=None, audience=audience_of(act.group, [one.recipient_id for one in new]))
        by_rule.follow(act, new)
        known = {one.pk: one for one in earned}
        lucky = [known[one.recipient_id] for one in new]
        given += [act, *_award_larger(achievement, act, act.group, lucky, language, now, depth - 1)]
    return given


def take_back_larger(
    part: Achievement, people: Collection[UUID], *, actor: User | None, now: datetime, depth: int = DEEPEST
) -> None:
    """A part was undone or revoked: what a rule had given for it goes while it is unsigned; what is signed is put
    before its issuer. One query when no badge asks for `part`.
    """
    larger = asking_for(part.slug, Achievement.objects.all()) if people and depth else []
    if not larger:
        return
    held = holdings(people, {slug for _, asked in larger for slug in asked.slugs}, now=now)
    for achievement, asked in larger:
        short = set(people) - who_meets(asked, held)
        rows = (
            Credential.objects.living()
            .filter(achievement=achievement, recipient_id__in=short)
            .select_related("batch__group", "batch__version")
        )
        for row in rows:
            if row.state == CredentialState.AWARDED and row.batch.undo_until > now:
                if row.batch.follows_id is not None:
                    _undo(row, achievement, actor, now, depth)
            else:
                _put_before_issuer(row, part, now)


def _undo(row: Credential, achievement: Achievement, actor: User | None, now: datetime, depth: int) -> None:
    undone = Credential.objects.filter(pk=row.pk, state=CredentialState.AWARDED)
    if not undone.update(state=CredentialState.CANCELLED):
        return
    if not row.batch.credentials.living().exists():
        AwardBatch.objects.filter(pk=row.batch_id).update(cancelled_at=now, cancelled_by=actor)
    fact = AwardUndone(batch_id=row.batch_id, achievement_id=achievement.pk)
    emit(fact, actor=actor, audience=audience_of(row.batch.group, [row.recipient_id]))
    by_rule.take_back(row.recipient_id, now)
    take_back_larger(achievement, [row.recipient_id], actor=actor, now=now, depth=depth - 1)


def _put_before_issuer(row: Credential, part: Achievement, now: datetime) -> None:
    lost = (
        Credential.objects.filter(achievement=part, recipient_id=row.recipient_id)
        .exclude(pk=row.pk)
        .order_by("-awarded_at")
        .first()
    )
    if lost is None:
        return
    review, is_new = StackReview.objects.get_or_create(
        credential=row, decided_at=None, defaults={"part": lost, "opened_at": now}
    )
    if is_new:
        issuer = row.achievement.issuer
        told = people_to_tell(issuer) if issuer is not None else ()
        fact = LargerBadgeReviewOpened(review_id=review.pk, credential_id=row.pk)
        emit(fact, actor=None, audience=Audience(deliver_to=told))


def _lost(achievement: Achievement, ids: Collection[UUID]) -> set[UUID]:
    """From whom it was revoked on purpose: no rule gives it again behind its issuer's back."""
    revoked = Credential.objects.filter(
        ~Q(revocation_kind=RevocationKind.CORRECTED),
        achievement=achievement,
        recipient_id__in=ids,
        state=CredentialState.REVOKED,
    )
    return set(revoked.values_list("recipient_id", flat=True))


def _awardable_here(group: Group | None, larger: Sequence[tuple[Achievement, Requirement]]) -> set[UUID]:
    if group is None:
        return set()
    wanted = awardable_in(group).filter(pk__in=[one.pk for one, _ in larger])
    return set(wanted.values_list("pk", flat=True))
