"""Keeping the catalogue in step with the rooms. Everything here may run twice and is harmless then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cms.catalogue.describing.source import Description, Source, sources
from cms.catalogue.models import FACETS, CatalogueEntry, Combination
from core.editions import Edition

AT_ONCE = 250
ENTRIES = Edition("entries")
_KEYS = ("id", "object_id")
_WRITTEN = [field.attname for field in CatalogueEntry._meta.concrete_fields if field.name not in _KEYS]


def refresh(source: Source, ids: Collection[UUID]) -> None:
    """Bring these things into step: described anew if the public may find them, taken out if not."""
    for some in _portions(dict.fromkeys(ids)):
        _write(source, some)
    ENTRIES.change()


def rebuild(progress: Callable[[str, int], None] = lambda _name, _done: None) -> int:
    """Everything anew, a page at a time, then out with what is gone; answers how many entries there are."""
    for source in sources():
        done = 0
        for some in _portions(_ids(source)):
            _write(source, some)
            done += len(some)
            progress(source.name, done)
        _take_out_gone(source)
    ENTRIES.change()
    return CatalogueEntry.objects.count()


def take_out_ended() -> int:
    """Events that are over leave the list; answers how many left."""
    gone, _by_model = CatalogueEntry.objects.filter(ends_at__lt=timezone.now()).delete()
    if gone:
        ENTRIES.change()
    return gone


def _ids(source: Source) -> Iterator[UUID]:
    """By id, so that what comes or goes meanwhile shifts nothing."""
    yield from source.public().order_by("pk").values_list("pk", flat=True).iterator(chunk_size=5_000)


def _write(source: Source, ids: Collection[UUID]) -> None:
    described = source.describe(source.public().filter(pk__in=ids))
    found = {one.object_id for one in described}
    # Where the room keeps no date, the day on which the catalogue first heard of it stays.
    written = [
        name for name in _WRITTEN if name != "published_at" or all(one.published_at for one in described)
    ]
    with transaction.atomic():
        entries = _entries(described)
        listed = {entry.object_id: entry for entry in CatalogueEntry.objects.filter(object_id__in=ids)}
        gone = listed.keys() - found
        if gone:
            CatalogueEntry.objects.filter(object_id__in=gone).delete()
        CatalogueEntry.objects.bulk_create(
            [entry for entry in entries if not _is_same(entry, listed.get(entry.object_id), written)],
            update_conflicts=True, unique_fields=["object_id"], update_fields=written,
        )  # fmt: skip


def _entries(described: list[Description]) -> list[CatalogueEntry]:
    """Each with its combination, which is made when nothing had it before."""
    combinations = [one.combination() for one in described]
    wanted = {_facets(one): one for one in combinations}
    known = _numbers(wanted)
    if wanted.keys() - known:
        # Somebody else may be making the same.
        new = [one for facets, one in wanted.items() if facets not in known]
        Combination.objects.bulk_create(new, ignore_conflicts=True)
        known = _numbers(wanted)
    entries = [one.entry() for one in described]
    for entry, combination in zip(entries, combinations, strict=True):
        entry.combination_id = known[_facets(combination)]
    return entries


def _numbers(wanted: Collection[tuple[object, ...]]) -> dict[tuple[object, ...], int]:
    rows = Combination.objects.filter(kind__in={facets[0] for facets in wanted}).values_list(*FACETS, "pk")
    return {row[:-1]: row[-1] for row in rows}


def _facets(combination: Combination) -> tuple[object, ...]:
    return tuple(getattr(combination, name) for name in FACETS)


def _is_same(entry: CatalogueEntry, listed: CatalogueEntry | None, written: list[str]) -> bool:
    """What is unchanged is not written: each row would leave the full-text index and come back."""
    return listed is not None and all(getattr(entry, name) == getattr(listed, name) for name in written)


def _portions(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    waiting = iter(ids)
    while portion := list(islice(waiting, AT_ONCE)):
        yield portion


def _take_out_gone(source: Source) -> None:
    public = set(_ids(source))
    listed = CatalogueEntry.objects.filter(combination__kind__in=source.kinds).values_list(
        "object_id", flat=True
    )
    for some in _portions([one for one in listed.iterator() if one not in public]):
        CatalogueEntry.objects.filter(object_id__in=some).delete()
