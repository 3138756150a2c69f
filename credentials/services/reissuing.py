"""A new award in the place of an earlier one: corrected, because something in it was wrong, or renewed, because its
time is over. The learner sees one badge with its history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.domain_events import CredentialCorrected, CredentialsAwarded, CredentialsRenewed
from credentials.enums import CredentialState, RevocationKind
from credentials.models import Achievement, AchievementVersion, AwardBatch, Credential, Share
from credentials.selectors.achievements import awardable_in
from credentials.selectors.answered_views import RENEWED_FROM, can_be_renewed
from credentials.selectors.composites import standing_achievements
from credentials.selectors.offerable import offerable_by
from credentials.services.grading import graded
from credentials.services.handing_over import attach, audience_of
from credentials.services.revoking import REVOCABLE, revoke
from credentials.validity import months_later
from people.models import Group, User

PLACE_LETTERS = 120


@dataclass(frozen=True)
class Correction:
    """What is right. None leaves a part as it was; `newest` takes the description as it is published now."""

    note: str | None = None
    awarded_on: date | None = None
    place: str | None = None
    activity: str | None = None
    # A grade on the scale of the version that is awarded.
    result: str | None = None
    newest: bool = False


def correct(
    credential: Credential, *, correction: Correction, reason: str, actor: User, now: datetime
) -> Credential:
    """Award the corrected badge and revoke the wrong one, in one act. It is signed at once: there is nothing to undo.

    Raises Refusal NOT_CORRECTABLE for what nobody holds or was replaced already, ISSUER_FELL, NOTHING_CHANGED,
    AWARDED_ON for a day to come, TEXT_… about a text.
    """
    with transaction.atomic():
        old = _locked([credential.pk])[0]
        if old.state not in REVOCABLE or old.replaced_at is not None:
            raise Refusal("NOT_CORRECTABLE", _("This badge cannot be corrected any more."))
        if not standing_achievements().filter(pk=old.achievement_id).exists():
            raise Refusal(
                "ISSUER_FELL", _("Its issuer does not award this badge now, so it cannot be corrected.")
            )
        new = _corrected(old, correction, now)
        batch = AwardBatch(
            version=new.version, group=old.batch.group, actor=actor, note=new.note, picture=old.batch.picture,
            created_at=now, undo_until=now,
        )  # fmt: skip
        revoke(old, actor=actor, reason=reason, kind=RevocationKind.CORRECTED, now=now)
        _put_in_place(batch, {old: new}, now)
        told = audience_of(batch.group, [old.recipient_id])
        emit(CredentialCorrected(credential_id=new.pk, earlier_id=old.pk), actor=actor, audience=told)
        emit(CredentialsAwarded(batch_id=batch.pk, achievement_id=new.achievement_id), actor=actor,
             audience=Audience(topics=told.topics, scope=told.scope))  # fmt: skip
    return new


def award_again(credential: Credential, *, now: datetime) -> Credential | None:
    """An appeal against its revocation was right: the same badge once more, which names the revoked one.

    None when there is nothing to do: it was not revoked, or the person has it again.
    """
    with transaction.atomic():
        old = _locked([credential.pk])[0]
        has_it = (
            Credential.objects.living().filter(achievement=old.achievement, recipient=old.recipient).exists()
        )
        if old.state != CredentialState.REVOKED or old.replaced_at is not None or has_it:
            return None
        new = Credential(
            version=old.version, achievement=old.achievement, recipient=old.recipient, context=old.context,
            note=old.note, language=old.language, awarded_at=old.awarded_at, valid_until=old.valid_until,
            issuer_standing=old.issuer_standing, corrects=old, celebrated_at=now, result=old.result,
        )  # fmt: skip
        batch = AwardBatch(
            version=old.version, group=old.batch.group, actor=old.batch.actor, note=old.note, created_at=now,
            undo_until=now,
        )  # fmt: skip
        _put_in_place(batch, {old: new}, now)
        told = audience_of(batch.group, [old.recipient_id])
        emit(
            CredentialsAwarded(batch_id=batch.pk, achievement_id=old.achievement_id),
            actor=None,
            audience=told,
        )
    return new


def renew(
    achievement: Achievement, people: Sequence[User], *, actor: User, group: Group, now: datetime
) -> AwardBatch | None:
    """Renew the badge of those whose time is over or ends within 60 days; None when it is nobody's time.

    One act with its ten minutes to undo. The new time runs from the end of the old, or from now when that has passed.
    Raises Refusal ACHIEVEMENT_NOT_AWARDABLE when the group may not award it (any more).
    """
    found = awardable_in(group).filter(pk=achievement.pk).first()
    if found is None or found.current_version is None:
        raise _not_awardable()
    with transaction.atomic():
        due = Credential.objects.living().filter(
            achievement=found, recipient__in=people, state=CredentialState.HELD, valid_until__lte=now + RENEWED_FROM
        )  # fmt: skip
        earlier = _locked(list(due.values_list("pk", flat=True)))
        if not earlier:
            return None
        batch = AwardBatch(
            version=found.current_version, group=group, actor=actor, created_at=now,
            undo_until=now + timedelta(seconds=settings.KOTYLION_LIMITS["undo_seconds"]),
        )  # fmt: skip
        _put_in_place(batch, {old: _renewed(old, batch.version, now) for old in earlier}, now)
        told = audience_of(group, [old.recipient_id for old in earlier])
        emit(CredentialsRenewed(batch_id=batch.pk, achievement_id=found.pk), actor=actor, audience=told)
        emit(CredentialsAwarded(batch_id=batch.pk, achievement_id=found.pk), actor=actor,
             audience=Audience(topics=told.topics, scope=told.scope))  # fmt: skip
    return batch


def renew_one(credential: Credential, *, actor: User, now: datetime) -> Credential:
    """Renew the badge of one person, wherever they are: also of somebody outside who took it by a link. It is given
    again where it was given, in its group or in its issuer's name, and signed at once.

    Raises Refusal NOT_YOUR_TIME more than 60 days before its end and for what has no end or was replaced,
    ACHIEVEMENT_NOT_AWARDABLE.
    """
    with transaction.atomic():
        old = _locked([credential.pk])[0]
        if not can_be_renewed(old, now):
            raise Refusal("NOT_YOUR_TIME", _("This badge can be renewed from 60 days before its end."))
        group, issuer = old.batch.group, old.achievement.issuer
        given = (
            awardable_in(group) if group else offerable_by(issuer) if issuer else Achievement.objects.none()
        )
        found = given.filter(pk=old.achievement_id).first()
        if found is None or found.current_version is None:
            raise _not_awardable()
        batch = AwardBatch(
            version=found.current_version, group=group, actor=actor, created_at=now, undo_until=now
        )
        new = _renewed(old, batch.version, now)
        _put_in_place(batch, {old: new}, now)
        told = audience_of(group, [old.recipient_id])
        emit(CredentialsRenewed(batch_id=batch.pk, achievement_id=found.pk), actor=actor, audience=told)
        emit(CredentialsAwarded(batch_id=batch.pk, achievement_id=found.pk), actor=actor,
             audience=Audience(topics=told.topics, scope=told.scope))  # fmt: skip
    return new


def renew_by_offer(
    held: Credential, batch: AwardBatch, *, note: str, result: str, now: datetime
) -> Credential | None:
    """Renew the badge of who was offered it again and took it, in the act of offering `batch`. What was said with the
    offer counts; without it the words and the grade stay. None when it is not its time, or was renewed meanwhile.

    Expects to be inside the act's transaction.
    """
    [old] = _locked([held.pk])
    if not can_be_renewed(old, now):
        return None
    new = _renewed(old, batch.version, now)
    new.batch, new.note, new.result = batch, note or old.note, result or new.result
    _store({old: new}, now)
    return new


def _not_awardable() -> Refusal:
    return Refusal(
        "ACHIEVEMENT_NOT_AWARDABLE",
        _("This badge cannot be awarded here: it is not published, or its issuer does not allow it here."),
    )


def _locked(ids: Sequence[UUID]) -> list[Credential]:
    rows = Credential.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    return list(
        rows.select_related(
            "version", "achievement__issuer", "achievement__current_version", "batch__group__parent",
            "batch__picture", "recipient",
        ).prefetch_related("evidence")
    )  # fmt: skip


def _corrected(old: Credential, correction: Correction, now: datetime) -> Credential:
    version = old.achievement.current_version if correction.newest else old.version
    assert version is not None
    awarded_at = _moment(old.awarded_at, correction.awarded_on, now)
    note = old.note if correction.note is None else clean_text(correction.note, limit=500, field="note")
    context = _context(old.context, correction)
    result = _grade(old, version, correction.result)
    was = (old.version, old.awarded_at, old.note, old.context, old.result)
    if (version, awarded_at, note, context, result) == was:
        raise Refusal("NOTHING_CHANGED", _("Change what was wrong first."))
    months = version.validity_months
    return Credential(
        version=version, achievement=old.achievement, recipient=old.recipient, context=context, note=note,
        language=old.language, awarded_at=awarded_at, valid_until=months_later(awarded_at, months) if months else None,
        issuer_standing=old.achievement.issuer.standing if old.achievement.issuer else "",
        corrects=old, celebrated_at=now, result=result,
    )  # fmt: skip


def _grade(old: Credential, version: AchievementVersion, said: str | None) -> str:
    """What was said now, or the grade as it was where the scale is the same. Raises Refusal RESULT_…."""
    if said is not None:
        return graded(version, [old.recipient_id], {old.recipient_id: said}).get(old.recipient_id, "")
    return old.result if version.result_scale == old.version.result_scale else ""


def _moment(was: datetime, day: date | None, now: datetime) -> datetime:
    if day is None or day == timezone.localdate(was):
        return was
    if day > timezone.localdate(now):
        raise Refusal("AWARDED_ON", _("That day is still to come."), "awarded_on")
    return timezone.make_aware(datetime.combine(day, time(12)))


def _context(was: Mapping[str, Any], correction: Correction) -> dict[str, Any]:
    context = dict(was)
    for name in ("place", "activity"):
        said = getattr(correction, name)
        if said is not None and said != was.get(name, ""):
            context[name] = clean_text(said, limit=PLACE_LETTERS, multiline=False, field=name)
    return context


def _renewed(old: Credential, version: AchievementVersion, now: datetime) -> Credential:
    achievement = old.achievement
    months = version.validity_months
    since = max(now, old.valid_until or now)
    return Credential(
        version=version, achievement=achievement, recipient=old.recipient, context=old.context, note=old.note,
        language=old.language, awarded_at=now, valid_until=months_later(since, months) if months else None,
        issuer_standing=achievement.issuer.standing if achievement.issuer else "",
        renews=old, celebrated_at=now, result=_grade(old, version, None),
    )  # fmt: skip


def _put_in_place(batch: AwardBatch, pairs: Mapping[Credential, Credential], now: datetime) -> None:
    """Store the act with its new ones."""
    batch.save(force_insert=True)
    for new in pairs.values():
        new.batch = batch
    _store(pairs, now)


def _store(pairs: Mapping[Credential, Credential], now: datetime) -> None:
    """The new ones in the place of the old, with their evidence and the links by which they are shown."""
    Credential.objects.filter(pk__in=[old.pk for old in pairs]).update(replaced_at=now)
    Credential.objects.bulk_create(list(pairs.values()))
    attach(list(pairs.values()), {old.recipient_id: list(old.evidence.all()) for old in pairs})
    _carry_links(pairs, now)


def _carry_links(pairs: Mapping[Credential, Credential], now: datetime) -> None:
    """A link that showed the earlier badge shows what took its place as well."""
    places = {old.pk: new for old, new in pairs.items()}
    shown = Q(credential__in=places) | Q(successor__in=places)
    links = list(Share.objects.working(now).filter(shown))
    for link in links:
        link.successor = places[link.successor_id if link.successor_id in places else link.credential_id]
    Share.objects.bulk_update(links, ["successor"])
