"""Whether a file is a film for pages: what it is by its content, whatever it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.enums import FilmKind
from cms.films.boxes import NotAFilm
from cms.films.mp4 import CarriesMore, OtherCoding, blank, read_mp4
from cms.films.webm import read_webm

MOST_BYTES = 40 * 1024 * 1024
MOST_MEGABYTES = MOST_BYTES // (1024 * 1024)


@dataclass(frozen=True)
class FilmFile:
    """`seconds` 0 where the file does not say how long it lasts."""

    kind: FilmKind
    seconds: int


def take_film(file: BinaryIO, size: int) -> FilmFile:
    """Read an uploaded film and blank what it tells besides (who filmed, where). Raises ValidationError in words."""
    if size > MOST_BYTES:
        text = _("A film may have %(most)s MB. Save it smaller: 720 lines are enough for a phone.")
        raise ValidationError(text % {"most": MOST_MEGABYTES}, code="large")
    try:
        file.seek(0)
        if file.read(4) == b"\x1a\x45\xdf\xa3":
            return FilmFile(FilmKind.WEBM, read_webm(file))
        film = read_mp4(file, size)
    except NotAFilm as error:
        raise ValidationError(_("This is no film in MP4 or WebM."), code="kind") from error
    except OtherCoding as error:
        text = _(
            "Many phones do not play this film (it is coded as %(coding)s). Save it as MP4 with H.264 and AAC."
        )
        raise ValidationError(text % {"coding": str(error)[:20]}, code="coding") from error
    except CarriesMore as error:
        text = _(
            "The film carries hidden notes, for example where the camera was. Save it again without them."
        )
        raise ValidationError(text, code="besides") from error
    blank(file, film.besides)
    return FilmFile(FilmKind.MP4, film.seconds)
