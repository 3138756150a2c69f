"""Whatever stands in an address, the answer is a page or a refusal: never a 5xx, never a way to another site (TX-03)."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

VALUE = re.compile(r"""(?:href|action|src|value)="([^"]*)""")

ODD = (
    "/catalogue/?page=²", "/catalogue/?page=" + "9" * 5000, "/catalogue/?page=0", "/catalogue/?page=-1", "/catalogue/?page=٣",
    "/catalogue/?kind=%00", "/achievements/debata/v99999999999999999999999", "/achievements/" + "a" * 3000 + "/",
    "/credentials/00000000-0000-4000-8000-000000000000?key=" + "x" * 5000, "/media/badges/x@99999.png",
    "/media/badges/x@٣.png", "/s/%ff", "/s/%00", "/j/%E2%82%AC%00", "/status/00000000-0000-4000-8000-000000000000",
    "/cms-media/images/..%2f..%2fkotylion.sqlite3", "/static/../manage.py", "/app/..%2f..", "/%00", "/en/%ff/",
)  # fmt: skip
FORWARD = (
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example",
    "///evil.example",
    "javascript:1",
)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ODD, ids=lambda address: address[:40])
def test_gq_09_an_odd_address_is_a_page_or_a_refusal(address: str) -> None:
    answer = Client(raise_request_exception=False).get(address)
    assert answer.status_code in (200, 302, 400, 404)
    assert b"Traceback" not in (b"" if answer.streaming else answer.content)


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", FORWARD)
def test_tx_03_no_door_leads_to_another_site(wanted: str) -> None:
    visitor = Client()
    answers = [
        visitor.post("/language/", {"language": "en", "next": wanted}),
        visitor.get("/sign-in/", {"next": wanted}),
        visitor.get("/_util/login/", {"next": wanted}, follow=True),
    ]
    for answer in answers:
        for address in [answer.headers.get("Location", ""), *VALUE.findall(answer.content.decode())]:
            # Browsers drop tabs and read a backslash as a slash.
            seen = unescape(address).replace("\t", "").replace("\\", "/")
            parts = urlsplit(urljoin("http://testserver/", seen))
            assert (parts.netloc, parts.scheme == "javascript") in {("testserver", False), ("", False)}
