"""Words in three languages in one field."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation

from core.translated import TranslatedField, check_translated, in_language

WORDS = {"pl": "odznaka", "en": "badge"}


def test_the_active_language_is_read_and_polish_stands_in() -> None:
    with translation.override("en"):
        assert in_language(WORDS) == "badge"
    with translation.override("uk"):
        assert in_language(WORDS) == "odznaka"
    assert in_language(WORDS, "en-gb") == "badge"
    assert in_language({"pl": "a", "en": ""}, "en") == "a"
    assert (in_language({}), in_language(None), in_language({"en": "badge"}, "uk")) == ("", "", "")


@pytest.mark.parametrize(
    "value, code",
    [
        ("odznaka", "translated_shape"),
        (["pl"], "translated_shape"),
        ({"pl": 5}, "translated_shape"),
        ({"pl": "a", "de": "b"}, "translated_language"),
        ({"en": "badge"}, "translated_polish"),
        ({"pl": "  "}, "translated_polish"),
        ({}, "translated_polish"),
    ],
)
def test_other_shapes_are_refused(value: object, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check_translated(value)
    assert refused.value.code == code


class Sign(models.Model):
    title = TranslatedField()
    note = TranslatedField(blank=True)
    hint = TranslatedField(null=True)

    class Meta:
        app_label = "core"
        managed = False

    def __str__(self) -> str:
        return in_language(self.title)


def test_a_save_checks_as_a_form_does() -> None:
    field = Sign._meta.get_field("title")
    assert field.pre_save(Sign(title=WORDS), True) == WORDS
    with pytest.raises(ValidationError):
        field.pre_save(Sign(title={"en": "badge"}), True)
    with pytest.raises(ValidationError):
        Sign(title={"en": "badge"}).clean_fields(exclude=["hint"])


def test_a_blank_field_may_stay_empty() -> None:
    assert Sign().note == {}
    assert Sign._meta.get_field("note").pre_save(Sign(), True) == {}
    assert Sign._meta.get_field("hint").pre_save(Sign(hint=None), True) is None
