"""Development paths that everybody may see."""

from __future__ import annotations

from collections.abc import Iterable

from cms.catalogue.describing.source import Description, Source, everywhere, register
from cms.catalogue.enums import EntryKind, Price
from cms.catalogue.fields import field_of_tags
from paths.models import LearningPath
from paths.selectors.public_pages import hours_of, public_paths


def describe(paths: Iterable[LearningPath]) -> list[Description]:
    """Expects the owner, and steps and sections prefetched."""
    return [_description(path) for path in paths]


def _description(path: LearningPath) -> Description:
    owner = path.owner_group
    return Description(
        kind=EntryKind.PATH.value,
        object_id=path.pk,
        path=f"/paths/{path.slug}/",
        title=path.title,
        summary=path.description,
        further=(
            {"pl": " ".join(path.tags)},
            *(section.title for section in path.sections.all()),
            *(step.title for step in path.steps.all()),
        ),
        by=everywhere(owner.name if owner else ""),
        hours=hours_of(path),
        field=field_of_tags(path.tags),
        price=Price.FREE.value,
    )


register(Source("paths", (EntryKind.PATH,), public_paths, describe))
