"""Languages that people may say they speak: common ones and those of people who live in Poland, in three languages."""

from __future__ import annotations

from functools import cache

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

# Names of these come with Django, in every language of the portal (ISO 639-1).
_COMMON = (
    "pl", "uk", "en", "de", "fr", "es", "it", "ru", "be", "cs", "sk", "lt", "lv", "et", "hu", "ro", "bg", "hr", "sr",
    "sl", "nl", "sv", "nb", "da", "fi", "pt", "el", "tr", "ar", "he", "hy", "ka", "vi", "zh-hans", "ja", "ko", "hi",
    "id",
)  # fmt: skip
# Spoken or signed in Poland, and not known to Django (ISO 639-3, and 639-2 for the others).
_OF_POLAND: dict[str, str | Promise] = {
    "csb": _("Kashubian"),
    "szl": _("Silesian"),
    "rue": _("Lemko"),
    "rom": _("Romani"),
    "pso": _("Polish Sign Language"),
    "ukl": _("Ukrainian Sign Language"),
}


@cache
def codes() -> tuple[str, ...]:
    return (*_COMMON, *_OF_POLAND)


def name_of(code: str) -> str:
    """What a language is called in the language active now; the bare code when nobody knows it any more."""
    if code in _OF_POLAND:
        return str(_OF_POLAND[code])
    return gettext(LANG_INFO[code]["name"]) if code in LANG_INFO else code


def in_order() -> list[tuple[str, str]]:
    """Every code with its name, by name."""
    return sorted(((code, name_of(code)) for code in codes()), key=lambda pair: pair[1].casefold())
