"""The published versions of a badge, and what differs between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from credentials.descriptions.difference import Change, differences
from credentials.descriptions.versions import description_of
from credentials.models import Achievement, Credential, Withdrawal
from credentials.pictures import drawing_path
from credentials.selectors.drafts import required_by

MOST_VERSIONS = 100


@dataclass(frozen=True)
class PublishedVersion:
    number: int
    published_at: datetime | None
    current: bool
    path: str
    # Whether somebody got this version: it stands in their badge for life.
    awarded: bool


@dataclass(frozen=True)
class WithdrawnTime:
    """When and why it was not awarded, and until when; open while `restored_at` is None."""

    reason: str
    written_in: str
    withdrawn_at: datetime
    restored_at: datetime | None


def versions_of(achievement: Achievement) -> tuple[PublishedVersion, ...]:
    """The newest first. Two statements."""
    rows = achievement.versions.published().order_by("-number").only("id", "number", "published_at")
    found = list(rows[:MOST_VERSIONS])
    given = (
        Credential.objects.filter(version__in=found).order_by().values_list("version", flat=True).distinct()
    )
    awarded = set(given)
    return tuple(
        PublishedVersion(
            number=one.number or 0,
            published_at=one.published_at,
            current=one.pk == achievement.current_version_id,
            path=f"/achievements/{achievement.slug}/v{one.number}",
            awarded=one.pk in awarded,
        )
        for one in found
    )


def difference(achievement: Achievement, older: int, newer: int) -> tuple[Change, ...] | None:
    """What changed from one published version to another; None when one of them does not exist."""
    found = {one.number: one for one in achievement.versions.published().filter(number__in=(older, newer))}
    if older not in found or newer not in found:
        return None
    before, after = description_of(found[older]), description_of(found[newer])
    return differences(
        before, after, names=required_by(before, after), drawn=partial(drawing_path, achievement.kind)
    )


def standing_withdrawal(achievement: Achievement) -> WithdrawnTime | None:
    """Since when and why it is not awarded now; None while it is. One statement, or none."""
    if achievement.withdrawn_at is None:
        return None
    found = Withdrawal.objects.filter(achievement=achievement, restored_at=None).first()
    # A club takes its badge out of use without saying why.
    reason, written_in = (found.reason, found.written_in) if found else ("", "")
    return WithdrawnTime(reason, written_in, achievement.withdrawn_at, None)


def withdrawals_of(achievement: Achievement) -> tuple[WithdrawnTime, ...]:
    """The latest first, ten at most."""
    rows = Withdrawal.objects.filter(achievement=achievement)[:10]
    return tuple(WithdrawnTime(one.reason, one.written_in, one.withdrawn_at, one.restored_at) for one in rows)
