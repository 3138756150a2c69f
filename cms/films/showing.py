"""What a page says of a film."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language_info
from wagtail.images.models import SourceImageIOError

from cms.enums import FilmKind

if TYPE_CHECKING:
    from cms.models import Film

POSTER = "fill-720x405|format-webp"


@dataclass(frozen=True)
class Captions:
    """`is_on`: shown from the beginning, because the page speaks another language than the film."""

    language: str
    name: str
    address: str
    is_on: bool


@dataclass(frozen=True)
class ShownFilm:
    """`length` as 3:20, empty where the file does not say; `weight` in words, for who pays for each megabyte."""

    address: str
    content_type: str
    poster: str
    length: str
    weight: str
    credit: str
    captions: tuple[Captions, ...]


def shown_film(film: Film | None, language: str) -> ShownFilm | None:
    """As a page in `language` shows it; None when the film is gone."""
    if film is None:
        return None
    try:
        weight = filesizeformat(film.file.size)
    except FileNotFoundError:
        return None
    return ShownFilm(
        address=film.address,
        content_type=FilmKind(film.kind).content_type,
        poster=_poster(film),
        length=f"{film.seconds // 60}:{film.seconds % 60:02d}" if film.seconds else "",
        weight=weight,
        credit=film.credit,
        captions=tuple(
            Captions(
                code,
                get_language_info(code)["name_local"].capitalize(),
                film.captions_address(code),
                code == language != film.spoken,
            )
            for code in film.captions
        ),
    )


def _poster(film: Film) -> str:
    if film.poster is None:
        return ""
    try:
        return str(film.poster.get_rendition(POSTER).url)
    except SourceImageIOError:
        return ""
