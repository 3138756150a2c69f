"""Captions in WebVTT (https://www.w3.org/TR/webvtt1/): read strictly, written anew with words and times alone."""

from __future__ import annotations

from html import escape, unescape

import webvtt
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from webvtt.errors import MalformedCaptionError, MalformedFileError

from core.refusals import Refusal
from core.text import clean_text

MOST_CHARACTERS = 200_000
_MOST_CUES = 2_000
_MOST_LINE = 300


def clean_captions(written: str) -> str:
    """The same captions without styles, tags, notes and names of cues; "" for nothing. Raises ValidationError."""
    if not written.strip():
        return ""
    if len(written) > MOST_CHARACTERS:
        raise ValidationError(_("These are too many captions for a film of this length."), code="captions")
    try:
        read = webvtt.from_string(written.lstrip("\ufeff").strip(), strict=True)
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        text = _("These are no captions in WebVTT (a file that ends with .vtt).")
        raise ValidationError(text, code="captions") from error
    cues: list[str] = []
    before = (0, 0, 0, 0)
    for cue in read.captions[: _MOST_CUES + 1]:
        start = cue.start_time.to_tuple()
        words = _words(cue.text)
        if not words or start < before or cue.end_time.to_tuple() <= start:
            text = _(
                "Look at the caption at %(time)s: it is empty, ends before it begins, or stands out of order."
            )
            raise ValidationError(text % {"time": cue.start}, code="captions")
        before = start
        cues.append(f"{cue.start} --> {cue.end}\n{words}\n")
    if not cues or len(cues) > _MOST_CUES:
        raise ValidationError(_("There is no caption in it, or more than fit."), code="captions")
    return "\n".join(["WEBVTT\n", *cues])


def _words(written: str) -> str:
    try:
        lines = [
            clean_text(unescape(line), limit=_MOST_LINE, multiline=False) for line in written.splitlines()
        ]
    except Refusal as refusal:
        raise ValidationError(str(refusal.message), code="captions") from refusal
    return "\n".join(escape(line, quote=False) for line in lines if line)
