"""Changing the look. Colours that cannot be read are refused, in both themes (WCAG 2.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from cms.look.colour_words import in_words
from cms.look.contrast import shortfalls
from cms.look.domain_events import LookChanged
from cms.look.mark import keep_mark
from cms.look.models import Font, Look
from cms.look.palette import Chosen, nearest_that_works, palette
from cms.look.shown import forget
from cms.look.stylesheet import stylesheet
from cms.look.tokens import Tokens, default_tokens
from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from core.translated import LANGUAGES
from credentials.files.refused import FileRefused
from people.models import User

MOST_SENTENCES = 4
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Wanted:
    """Everything an operator may choose; "" leaves it as the product comes. Colours are `#rrggbb`."""

    name: str = ""
    description: Mapping[str, str] = field(default_factory=dict)
    operator: str = ""
    operator_address: str = ""
    primary: str = ""
    primary_dark: str = ""
    ground: str = ""
    font: str = ""


def design_tokens() -> Tokens:
    """The colours of the design as the front's own sheet names them."""
    return default_tokens(Path(settings.FRONTEND_DIST).parent / "src" / "design" / "tokens.css")


@transaction.atomic
def change_look(
    wanted: Wanted, *, actor: User, mark: bytes | None = None, without_mark: bool = False
) -> Look:
    """Put `wanted` in the place of the present look; a new mark, or none, when told so.

    Raises Refusal CONTRAST (names each pair that is too close), COLOUR, FONT, MARK, or what `clean_text` raises.
    """
    chosen = Chosen(wanted.primary, wanted.primary_dark, wanted.ground)
    refuse_unreadable(chosen)
    if wanted.font not in Font.values:
        raise Refusal("FONT", _("Choose one of the letters in the list."), "font")
    look = Look.objects.select_for_update().first() or Look()
    for name, value in asdict(wanted).items():
        setattr(look, name, value)
    look.name = clean_text(wanted.name, limit=40, multiline=False, field="name")
    look.operator = clean_text(wanted.operator, limit=120, multiline=False, field="operator")
    look.description = _words(wanted.description)
    look.style = stylesheet(chosen, wanted.font, design_tokens())
    if without_mark:
        look.mark, look.mark_width = "", 0
    if mark is not None:
        look.mark, look.mark_width = _kept(mark)
    look.full_clean()
    look.save()
    emit(LookChanged(look_id=look.pk), actor=actor, audience=Audience())
    transaction.on_commit(forget)
    return look


def refuse_unreadable(chosen: Chosen) -> None:
    """Raise Refusal COLOUR or CONTRAST unless the chosen colours can be read in the light and in the dark theme."""
    for name, value in asdict(chosen).items():
        if value and not _COLOUR.fullmatch(value):
            raise Refusal("COLOUR", _("Write a colour as # and six letters or digits: #3f37c9."), name)
    if chosen == Chosen(""):
        return
    found = shortfalls(palette(chosen, design_tokens()))
    if not found:
        return
    said = [in_words(one) for one in found[:MOST_SENTENCES]]
    better = nearest_that_works(chosen, design_tokens())
    if better is not None:
        wanted = zip(asdict(chosen).values(), asdict(better).values(), strict=True)
        moves = [f"{before} → {after}" for before, after in wanted if before != after]
        said.append(_("The nearest that can be read: %(moves)s.") % {"moves": ", ".join(moves)})
    raise Refusal("CONTRAST", "\n".join(said), _blamed(found[0].theme, found[0].one, found[0].other, chosen))


def _blamed(theme: str, one: str, other: str, chosen: Chosen) -> str:
    """The field to look at: the one whose colour stands in the worst pair."""
    if chosen.ground and theme == "light" and "primary" not in (one, other):
        return "ground"
    if theme == "dark" and chosen.primary_dark:
        return "primary_dark"
    return "primary" if chosen.primary else "ground"


def _words(given: Mapping[str, str]) -> dict[str, str]:
    """One sentence a language; nothing at all unless there is a Polish one, which the others fall back on."""
    found = {
        language: clean_text(
            given.get(language, ""), limit=200, multiline=False, field=f"description_{language}"
        )
        for language in LANGUAGES
    }
    kept = {language: words for language, words in found.items() if words}
    if kept and "pl" not in kept:
        raise Refusal("DESCRIPTION", _("Write it in Polish too; others fall back on it."), "description_pl")
    return kept


def _kept(content: bytes) -> tuple[str, int]:
    try:
        return keep_mark(content)
    except FileRefused as refused:
        text = {
            "FILE_TOO_LARGE": _("This picture is too large."),
            "FILE_TYPE": _("Choose a PNG, JPEG or WebP picture."),
        }.get(refused.code, _("This picture cannot be opened."))
        raise Refusal("MARK", text, "mark") from refused
