"""Pages by key, not by offset: what follows the last one seen, stable while rows come and go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import F, OrderBy, Q, QuerySet

from core.access import as_uuid


def page(rows: QuerySet[Any] | Sequence[Any], *, limit: int, after: object = None) -> list[Any]:
    """The first `limit` rows behind the one with the id `after`; none if that one is gone or no longer
    visible.

    A queryset keeps its ordering, with the key as the last word; the columns it is ordered by must not be
    null.
    """
    if isinstance(rows, QuerySet):
        return _page_of_query(rows, limit, after)
    if after is None:
        return list(rows[:limit])
    wanted = str(after)
    for at, row in enumerate(rows):
        if str(_id_of(row)) == wanted:
            return list(rows[at + 1 : at + 1 + limit])
    return []


def _page_of_query(rows: QuerySet[Any], limit: int, after: object) -> list[Any]:
    order = _order_of(rows)
    rows = rows.order_by(*(f"-{name}" if down else name for name, down in order))
    if after is None:
        return list(rows[:limit])
    key = as_uuid(after)
    last = rows.filter(pk=key).values(*(name for name, _ in order)).first() if key else None
    if last is None:
        return []
    behind = Q()
    same = Q()
    for name, down in order:
        behind |= same & Q(**{f"{name}__{'lt' if down else 'gt'}": last[name]})
        same &= Q(**{name: last[name]})
    return list(rows.filter(behind)[:limit])


def _order_of(rows: QuerySet[Any]) -> list[tuple[str, bool]]:
    """The columns and whether they descend.

    Raises ValueError for an ordering that is not by plain columns.
    """
    named = list(rows.query.order_by) or list(rows.model._meta.ordering or [])
    order: list[tuple[str, bool]] = []
    for one in named:
        column = one.expression if isinstance(one, OrderBy) else one
        if isinstance(column, F):
            name: str = column.name  # type: ignore[attr-defined]
            order.append((name, isinstance(one, OrderBy) and one.descending))
        elif isinstance(one, str) and one != "?":
            order.append((one.removeprefix("-"), one.startswith("-")))
        else:
            raise ValueError(f"{rows.model._meta.label} is ordered by {one!r}; a page needs plain columns.")
    if not any(name in ("pk", rows.model._meta.pk.name) for name, _ in order):
        order.append(("pk", False))
    return order


def _id_of(row: Any) -> object:
    return row["id"] if isinstance(row, dict) else getattr(row, "id", None)
