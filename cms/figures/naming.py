"""How lines are called: kinds, terms, development paths, voivodeships; and to which of them a badge belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.figures.counting import Way
from cms.figures.school_terms import SchoolTerm
from core.translated import in_language
from credentials.enums import AchievementKind
from events.enums import Voivodeship
from events.towns import town_called
from paths.models import Step
from people.models import School

MOST_SCHOOLS = 30_000
# Lines that are no path and no voivodeship.
SEVERAL, OTHERS, NONE = "several", "others", "none"
# In the order of the ladder of trust, the highest first.
KIND_NAMES = {
    AchievementKind.MICROCREDENTIAL.value: gettext_lazy("Microcredentials"),
    AchievementKind.DIGITAL_BADGE.value: gettext_lazy("Digital badges"),
    AchievementKind.CLUB_BADGE.value: gettext_lazy("Club badges"),
}

WAY_NAMES = {
    Way.DIRECT: gettext_lazy("Given in a group"),
    Way.CODE: gettext_lazy("Printed codes"),
    Way.LETTER: gettext_lazy("Offer by e-mail"),
}


@dataclass(frozen=True)
class Names:
    """`names` of lines in their order; `lines` says to which of them something belongs, `otherwise` the rest."""

    names: Mapping[object, str]
    lines: Mapping[UUID, object]
    otherwise: object

    def of(self, id: UUID | None) -> object:
        return self.lines.get(id, self.otherwise) if id else self.otherwise


def term_name(term: SchoolTerm, *, short: bool = False) -> str:
    """In words; `short` writes the school year as "2026/27"."""
    year = f"{term.year}/{(term.year + 1) % 100:02d}" if short else term.school_year
    if term.half == 1:
        return _("First term %(year)s") % {"year": year}
    return _("Second term %(year)s") % {"year": year}


def short_term_name(term: SchoolTerm) -> str:
    """As short as a chart needs it, with the term as Polish schools number it: "26/27 I"."""
    return f"{term.year % 100:02d}/{(term.year + 1) % 100:02d} {'I' * term.half}"


def names_of_paths(achievements: Iterable[UUID], group: UUID | None) -> Names:
    """On which path each achievement lies. Two queries.

    Paths of the portal and of `group` are named; those that other schools made are one line.
    """
    wanted = list(achievements)
    what = ("path_id", "path__title", "path__owner_group_id")
    carried = Step.objects.filter(achievement__in=wanted).values_list("achievement_id", *what)
    chosen = Step.objects.filter(choices__in=wanted).values_list("choices", *what)
    titles: dict[object, str] = {}
    lines: dict[UUID, object] = {}
    for achievement, path, title, owner in (*carried, *chosen):
        line: object = path if owner in (None, group) else OTHERS
        if line == path:
            titles[path] = in_language(title)
        lines[achievement] = SEVERAL if lines.get(achievement, line) != line else line
    ordered = dict(sorted(titles.items(), key=lambda one: one[1].casefold()))
    return Names(
        {
            **ordered,
            OTHERS: _("Paths of other schools"),
            SEVERAL: _("On several paths"),
            NONE: _("On no path"),
        },
        lines,
        NONE,
    )


def names_of_regions() -> Names:
    """In which voivodeship each school lies, by the name of its town. One query."""
    schools = School.objects.values_list("group_id", "town")[:MOST_SCHOOLS]
    places = {group: town_called(town) for group, town in schools}
    names: dict[object, str] = {str(one): str(label) for one, label in Voivodeship.choices}
    return Names(
        {**names, NONE: _("Region not known")},
        {group: town.voivodeship for group, town in places.items() if town},
        NONE,
    )
