"""Words that staff write once and people read in three languages: one JSON-backed field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("pl", "en", "uk")
FALLBACK = "pl"


def active_language() -> str:
    """The language that is active now, of ours: "pl", "en" or "uk"."""
    spoken = (get_language() or FALLBACK).partition("-")[0]
    return spoken if spoken in LANGUAGES else FALLBACK


def in_language(value: Mapping[str, str] | None, language: str | None = None) -> str:
    """The words in `language` (by default the active one).

    Polish where they are missing, "" where there are none.
    """
    if not value:
        return ""
    wanted = language.partition("-")[0] if language else active_language()
    return value.get(wanted) or value.get(FALLBACK) or ""


def every_language(said: Callable[[], object]) -> dict[str, str]:
    """What `said()` says in each language, when its words come from the catalogues."""
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = str(said())
    return found


def check_translated(value: object) -> None:
    """Raise ValidationError unless `value` is {"pl": str, "en"?: str, "uk"?: str} with Polish words in it."""
    if not isinstance(value, Mapping):
        raise ValidationError(_("Write the words as one text a language."), code="translated_shape")
    if set(value) - set(LANGUAGES):
        raise ValidationError(_("Only Polish, English and Ukrainian are kept."), code="translated_language")
    if not all(isinstance(words, str) for words in value.values()):
        raise ValidationError(_("Write the words as one text a language."), code="translated_shape")
    if not value.get(FALLBACK, "").strip():
        raise ValidationError(
            _("The Polish text is needed; the others may follow."), code="translated_polish"
        )


class TranslatedField(models.JSONField):
    """A JSON object `{"pl": …, "en": …, "uk": …}` with Polish required.

    Checked on every save, not only in forms.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("blank"):
            kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        self._check(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        self._check(value)
        return value

    def _check(self, value: Any) -> None:
        if value is None and self.null:
            return
        if value == {} and self.blank:
            return
        check_translated(value)
