"""People who use a started portal over real HTTP: cookies, CSRF, GraphQL, forms."""

from __future__ import annotations

import html
import re
from typing import Any
from uuid import uuid4

import requests


class Person:
    """One browser of one person."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers["Accept-Language"] = "pl"

    @property
    def cookie(self) -> str:
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.http.cookies)

    def get(self, path: str, **options: Any) -> requests.Response:
        return self.http.get(self.base_url + path, timeout=30, **options)

    def submit(self, path: str, /, **fields: Any) -> requests.Response:
        """Send a form as its page would: with the CSRF token of the cookie."""
        if "csrftoken" not in self.http.cookies:
            self.get("/sign-in/")
        data = {"csrfmiddlewaretoken": self.http.cookies["csrftoken"], **fields}
        return self.http.post(
            self.base_url + path, data=data, headers={"Referer": self.base_url + path}, timeout=60
        )

    def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        """The first root field's value. Fails on errors of the request; refusals are in `errors` of the value."""
        if "csrftoken" not in self.http.cookies:
            self.get("/app/")
        if "$key" in document:
            variables.setdefault("key", str(uuid4()))
        response = self.http.post(
            f"{self.base_url}/graphql/",
            json={"query": document, "variables": variables},
            headers={"X-CSRFToken": self.http.cookies["csrftoken"], "Referer": self.base_url + "/app/"},
            timeout=60,
        )
        body = response.json()
        assert "errors" not in body, body
        value: dict[str, Any] = next(iter(body["data"].values()))
        return value

    def sign_in_by_name(self, username: str, password: str = "kotylion") -> None:
        self.submit("/sign-in/password/", username=username, password=password)
        assert "sessionid" in self.http.cookies, username

    def sign_in_by_code(self, code: str, pin: str = "") -> None:
        answer = self.submit("/sign-in/", code=code)
        sealed = re.search(r'name="card" value="([^"]+)"', answer.text)
        if sealed:
            self.submit("/sign-in/pin/", card=html.unescape(sealed[1]), pin=pin)
        assert "sessionid" in self.http.cookies, code


def printed_cards(page: str) -> list[tuple[str, str, str]]:
    """(name, code, PIN) of every card on the printed page, in its order."""
    names = re.findall(r'class="card-name">([^<]+)<', page)
    codes = re.findall(r'class="code">([^<]+)<', page)
    pins = re.findall(r'class="pin numbers">([^<]+)<', page)
    assert len(names) == len(codes) == len(pins)
    return [
        (html.unescape(name), code, pin.replace(" ", ""))
        for name, code, pin in zip(names, codes, pins, strict=True)
    ]
