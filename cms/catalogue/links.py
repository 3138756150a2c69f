"""Every filter, order and page of the list as a plain link with its count, in the active language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from cms.catalogue.asking import Asked
from cms.catalogue.enums import EntryKind, Field, Form, Order, Price, Workload
from cms.catalogue.selectors import CatalogueList
from events.enums import Voivodeship

_TITLES = {
    "field": gettext_lazy("Field of life"),
    "price": gettext_lazy("Price"),
    "workload": gettext_lazy("Workload"),
    "form": gettext_lazy("Form of participation"),
    "issuer": gettext_lazy("Issuer"),
    "voivodeship": gettext_lazy("Voivodeship"),
    "language": gettext_lazy("Described in"),
    "accessible": gettext_lazy("Accessibility"),
    "level": gettext_lazy("Indicative level"),
}
_CHOICES: dict[str, Iterable[tuple[str, object]]] = {
    "field": Field.choices,
    "price": Price.choices,
    "workload": Workload.choices,
    "form": Form.choices,
    "voivodeship": Voivodeship.choices,
    "language": settings.LANGUAGES,
    "accessible": [("yes", gettext_lazy("Says how it is accessible"))],
}


@dataclass(frozen=True)
class FilterLink:
    """`address` sets the filter, or takes it away when it is `chosen`."""

    label: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True)
class FilterGroup:
    title: str
    links: tuple[FilterLink, ...]


@dataclass(frozen=True)
class Links:
    kinds: tuple[FilterLink, ...]
    groups: tuple[FilterGroup, ...]
    # What is chosen besides the kind, each with the address without it.
    chosen: tuple[FilterLink, ...]
    orders: tuple[FilterLink, ...]
    previous: str
    next: str
    # The form keeps what is chosen when somebody searches.
    hidden: tuple[tuple[str, str], ...]


def links_of(page: CatalogueList) -> Links:
    asked, counts = page.asked, page.counts.by_value
    choices = _CHOICES | {
        "issuer": page.issuers,
        "level": [(str(level), _("PQF %(level)d") % {"level": level}) for level in range(1, 9)],
    }
    groups = {name: tuple(_links(asked, name, choices[name], counts[name])) for name in _TITLES}
    return Links(
        kinds=_kinds(page),
        groups=tuple(FilterGroup(str(_TITLES[name]), links) for name, links in groups.items() if links),
        chosen=tuple(link for links in groups.values() for link in links if link.chosen),
        orders=tuple(
            FilterLink(_order_label(order, asked), 0, asked.order == order, asked.address(order=order))
            for order in Order
        ),
        previous=asked.address(page.number - 1) if page.number > 1 else "",
        next=asked.address(page.number + 1) if page.has_next else "",
        hidden=tuple((name, value) for name, value in asked.parameters() if name != "q"),
    )  # fmt: skip


def _kinds(page: CatalogueList) -> tuple[FilterLink, ...]:
    asked, counts = page.asked, page.counts.by_value["kind"]
    everything = FilterLink(
        pgettext("kinds", "All"), sum(counts.values()), not asked.kind, asked.address(kind="")
    )
    return (everything, *_links(asked, "kind", EntryKind.choices, counts))


def _links(
    asked: Asked, name: str, choices: Iterable[tuple[str, object]], counts: Mapping[str, int]
) -> Iterable[FilterLink]:
    """Those that lead to something, and those that are chosen."""
    now = getattr(asked, name)
    for value, label in choices:
        if counts.get(value) or value == now:
            address = asked.address(**{name: "" if value == now else value})
            yield FilterLink(str(label), counts.get(value, 0), value == now, address)


def _order_label(order: Order, asked: Asked) -> str:
    # Without words nothing matches better than anything else.
    return str(order.label) if order.value or asked.words else _("By kind")
