"""The words of the first pages: three languages everywhere, real badges, none of the words that never stand on screen."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings

DOCUMENT = json.loads((settings.CONTENT / "pages.json").read_text(encoding="utf-8"))
BADGES = {
    badge["slug"]
    for badge in json.loads((settings.CONTENT / "badges.json").read_text(encoding="utf-8"))["badges"]
}
NEVER = re.compile(r"odbiorc|certyfikat|walidac", re.IGNORECASE)
CYRILLIC = re.compile("[а-яіїєґ]", re.IGNORECASE)


def texts(value: Any) -> Iterator[dict[str, str]]:
    """Every text with its languages, wherever it stands."""
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        if "pl" in value:
            yield value
        else:
            for one in value.values():
                yield from texts(one)


def test_every_text_is_there_in_three_languages():
    found = list(texts(DOCUMENT))
    assert len(found) >= 300
    assert [text["pl"] for text in found if set(text) != {"pl", "en", "uk"} or not all(text.values())] == []


def test_ukrainian_is_cyrillic_and_the_others_are_not():
    found = list(texts(DOCUMENT["pages"]))
    assert [text["en"] for text in found if CYRILLIC.search(text["en"] + text["pl"])] == []
    # Slugs, and a name that is the same everywhere, are written in Latin letters.
    latin = [
        text["uk"]
        for text in found
        if not CYRILLIC.search(text["uk"]) and not re.fullmatch(r"[a-z-]+", text["uk"])
    ]
    assert latin == ["Open Badges 3.0"]


def test_words_that_never_stand_on_screen_do_not():
    assert [text["pl"] for text in texts(DOCUMENT) if NEVER.search(text["pl"])] == []


def test_rows_of_badges_name_real_ones():
    named = [slug for page in DOCUMENT["pages"] for block in page["body"] for slug in block.get("slugs", [])]
    assert len(named) >= 10
    assert [slug for slug in named if slug not in BADGES] == []


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_addresses_are_used_once(language):
    slugs = [(page.get("parent"), page["slug"][language]) for page in DOCUMENT["pages"]]
    assert len(slugs) == len(set(slugs))
