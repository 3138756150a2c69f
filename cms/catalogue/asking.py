"""What a visitor asks the catalogue for: read from the address, written back into links. Nothing is trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from cms.catalogue.enums import EntryKind, Field, Form, Order, Price, Workload
from core.refusals import Refusal
from core.text import clean_text
from events.enums import Voivodeship

WORDS_CHARACTERS = 100
_CODES: dict[str, frozenset[str]] = {
    "kind": frozenset(EntryKind.values),
    "field": frozenset(Field.values),
    "price": frozenset(Price.values),
    "workload": frozenset(Workload.values),
    "form": frozenset(Form.values),
    "level": frozenset("12345678"),
    "voivodeship": frozenset(Voivodeship.values),
    "language": frozenset({"pl", "en", "uk"}),
    "accessible": frozenset({"yes"}),
    "order": frozenset(Order.values),
}
SLUG_CHARACTERS = 50


@dataclass(frozen=True)
class Asked:
    """Every field narrows; an empty one does not. `words` are what was typed into the search box."""

    words: str = ""
    kind: str = ""
    field: str = ""
    price: str = ""
    workload: str = ""
    form: str = ""
    level: str = ""
    issuer: str = ""
    voivodeship: str = ""
    language: str = ""
    accessible: str = ""
    order: str = ""

    @property
    def filters(self) -> dict[str, str]:
        """What narrows besides the words, and how it is set."""
        return {name: value for name, value in self.parameters() if name not in ("q", "order")}

    def parameters(self) -> list[tuple[str, str]]:
        """In one fixed order: the same question has one address."""
        pairs = [("q", self.words), *((name, getattr(self, name)) for name in _NAMES)]
        return [(name, value) for name, value in pairs if value]

    def address(self, page: int = 1, /, **changed: str) -> str:
        """The path of the list with some of it set differently; from the first page on unless one is named."""
        pairs = replace(self, **changed).parameters() + ([("page", str(page))] if page > 1 else [])
        return "/catalogue/" + (f"?{urlencode(pairs)}" if pairs else "")


_NAMES = (
    "kind", "field", "price", "workload", "form", "level", "issuer", "voivodeship", "language", "accessible", "order",
)  # fmt: skip


def asked_from(query: Mapping[str, str]) -> Asked:
    """A question from a query string; what is unknown is as if it was not asked. Never raises."""
    try:
        words = clean_text(query.get("q", "")[: WORDS_CHARACTERS * 2], multiline=False)[:WORDS_CHARACTERS]
    except Refusal:
        words = ""
    codes = {name: value if (value := query.get(name, "")) in known else "" for name, known in _CODES.items()}
    issuer = query.get("issuer", "")
    is_slug = len(issuer) <= SLUG_CHARACTERS and all(
        one.isascii() and (one.isalnum() or one in "-_") for one in issuer
    )
    return Asked(words=words, issuer=issuer if is_slug else "", **codes)
