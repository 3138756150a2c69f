"""The proxies of `docs/samples` keep no secret of an address, and let in what the portal takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

from cms.films.reading import MOST_BYTES

SAMPLES = Path(settings.ROOT) / "docs" / "samples"
HIDDEN = {
    "nginx.conf": re.compile(r"~\^\(\?<word>(.+?)\) \$word"),
    "Caddyfile": re.compile(r'request>uri regexp "\^\((.+?)\)\.\*"'),
}
# Names of classes, clubs, events and achievements, which are no secrets; `key` stands in addresses of credentials.
PLAIN = frozenset({"group_id", "event_id", "form", "letters"})


def with_secrets() -> list[str]:
    """Of each address that takes free text the part before it."""
    routes = [
        str(one.pattern)
        for part in get_resolver().url_patterns
        for one in ([part] if isinstance(part, URLPattern) else part.url_patterns)
    ]
    found = {
        route.partition("<str:")[0]
        for route in routes
        if "<str:" in route and route.partition("<str:")[2].partition(">")[0] not in PLAIN
    }
    return [f"/{start}" for start in sorted(found) if start and not start.startswith("cms/")]


@pytest.mark.parametrize("sample", HIDDEN)
def test_a_proxy_keeps_the_first_word_of_an_address_with_a_secret(sample: str) -> None:
    starts = with_secrets()
    assert {"/s/", "/p/", "/o/", "/consent/", "/report/"} <= set(starts)
    (hidden,) = HIDDEN[sample].findall((SAMPLES / sample).read_text(encoding="utf-8"))
    for start in [*starts, "/credentials/", "/app/issuers/join/"]:
        assert re.match(hidden, f"{start}RSZW1PSYEZS56KKH"), start


@pytest.mark.parametrize("sample", HIDDEN)
def test_a_proxy_lets_films_in(sample: str) -> None:
    text = (SAMPLES / sample).read_text(encoding="utf-8")
    sizes = [int(size) for size in re.findall(r"max_(?:body_)?size (\d+)m", text, re.IGNORECASE)]
    assert max(sizes) * 1_000_000 > MOST_BYTES
