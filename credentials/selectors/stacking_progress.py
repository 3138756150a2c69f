"""How far somebody is with a larger badge, and what is missing; for one person, and for a class that is awarded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.translated import in_language
from credentials.models import Achievement, AchievementVersion, Credential
from credentials.selectors.badges import ArtView, art_view
from credentials.selectors.composites import asking_for, requirement_of, standing_achievements
from credentials.selectors.holdings import holdings
from credentials.stacking import Requirement
from people.models import User

MOST_NAMED, MOST_LARGER, MOST_BEGUN = 8, 200, 6


@dataclass(frozen=True)
class StackProgress:
    """`lines` say what is missing, with at most eight names each."""

    achievement_id: UUID
    name: str
    art: ArtView
    public_url: str
    have: int
    need: int
    lines: tuple[str, ...]


def begun_by(person: User) -> tuple[StackProgress, ...]:
    """Larger badges of which the person holds a part and not the whole, the nearest first. Three queries."""
    larger = standing_achievements().filter(current_version__requires__isnull=False)
    mine = Credential.objects.living().filter(recipient=person, achievement=OuterRef("pk"))
    rows = larger.exclude(Exists(mine)).select_related("current_version").order_by("slug")[:MOST_LARGER]
    pairs = [(row, asked) for row in rows if (asked := requirement_of(row.current_version)) is not None]
    begun = [one for one in _progress(pairs, person) if one.have] if pairs else []
    return tuple(sorted(begun, key=lambda one: (one.need - one.have, one.name))[:MOST_BEGUN])


def counts_for(achievement: Achievement, person: User) -> tuple[StackProgress, ...]:
    """The larger badges for which this one counts, and how far `person` is with each: three queries, or one."""
    found = asking_for(achievement.slug)
    return tuple(_progress(found, person)) if found else ()


def lines_of(version: AchievementVersion, user_ids: Collection[UUID]) -> dict[UUID, str]:
    """ "3 of 5; missing: …" for everybody who has not all that a larger badge requires. Two queries, or none."""
    asked = requirement_of(version)
    if asked is None:
        return {}
    held = _held(user_ids, asked.slugs)
    names = _names(asked.slugs)
    return {
        one: _line(asked, held.get(one, set()), names)
        for one in user_ids
        if not asked.is_met_by(held.get(one, set()))
    }


def _line(asked: Requirement, have: set[str], names: dict[str, str]) -> str:
    done = _("%(have)d of %(need)d") % {"have": asked.have_of(have), "need": asked.need}
    missing, _more = asked.missing_from(have)
    if not missing:
        return done
    return _("%(done)s; missing: %(names)s") % {"done": done, "names": ", ".join(_named(missing, names))}


def _progress(found: Iterable[tuple[Achievement, Requirement]], person: User) -> list[StackProgress]:
    pairs = list(found)
    slugs = {slug for _, asked in pairs for slug in asked.slugs}
    have = _held([person.pk], slugs).get(person.pk, set())
    names = _names(slugs)
    return [_one(achievement, asked, have, names) for achievement, asked in pairs]


def _one(
    achievement: Achievement, asked: Requirement, have: set[str], names: dict[str, str]
) -> StackProgress:
    version = achievement.current_version
    assert version is not None
    missing, choose = asked.missing_from(have)
    left = asked.some_of - have - (asked.all_of if asked.distinct else frozenset())
    return StackProgress(
        achievement_id=achievement.pk,
        name=in_language(version.name),
        art=art_view(achievement.kind, version),
        public_url=f"/achievements/{achievement.slug}/v{version.number}",
        have=asked.have_of(have),
        need=asked.need,
        lines=tuple(_missing(_named(missing, names), choose, _named(left, names))),
    )


def _missing(missing: Sequence[str], choose: int, choice: Sequence[str]) -> Iterator[str]:
    if missing:
        yield _("Missing: %(names)s") % {"names": ", ".join(missing)}
    if choose:
        words = ngettext("%(count)d more of: %(names)s", "%(count)d more of: %(names)s", choose)
        yield words % {"count": choose, "names": ", ".join(choice)}


def _held(user_ids: Collection[UUID], slugs: Collection[str]) -> dict[UUID, set[str]]:
    held: dict[UUID, set[str]] = {}
    for person, slug in holdings(user_ids, slugs, now=timezone.now()):
        held.setdefault(person, set()).add(slug)
    return held


def _names(slugs: Collection[str]) -> dict[str, str]:
    rows = Achievement.objects.filter(slug__in=slugs, current_version__isnull=False)
    return {slug: in_language(name) for slug, name in rows.values_list("slug", "current_version__name")}


def _named(slugs: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    found = sorted((names.get(slug, slug) for slug in slugs), key=str.casefold)
    return tuple(found[:MOST_NAMED])
