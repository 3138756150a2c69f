"""People of the demo school, signed in over HTTP, and the addresses they lead to."""

from __future__ import annotations

import http.cookiejar
import json
import re
import urllib.parse
import urllib.request
from typing import Any

PASSWORD = "kotylion"


class Person:
    """Signed in at `base_url`. Raises RuntimeError when the demo school does not know the person."""

    def __init__(self, base_url: str, username: str) -> None:
        self.base_url = base_url
        self._jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))
        self._get("/sign-in/name/")
        self._post("/sign-in/password/", {"username": username, "password": PASSWORD})
        if "sessionid" not in {cookie.name for cookie in self._jar}:
            raise RuntimeError(f"{username} could not sign in")
        self._post("/sign-in/notice/", {})

    @property
    def cookies(self) -> dict[str, str]:
        return {cookie.name: str(cookie.value) for cookie in self._jar}

    def ask(self, query: str, **variables: Any) -> Any:
        """The data of one GraphQL answer; raises RuntimeError with what was refused."""
        body = json.dumps({"query": query, "variables": variables}).encode()
        answer = json.loads(self._send("/graphql/", body, "application/json"))
        if answer.get("errors"):
            raise RuntimeError(answer["errors"])
        return answer["data"]

    def _get(self, path: str) -> bytes:
        with self._opener.open(self.base_url + path, timeout=30) as answer:
            return bytes(answer.read())

    def _post(self, path: str, fields: dict[str, str]) -> bytes:
        return self._send(path, urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def _send(self, path: str, body: bytes, kind: str) -> bytes:
        token = next((str(cookie.value) for cookie in self._jar if cookie.name == "csrftoken"), "")
        headers = {"Content-Type": kind, "X-CSRFToken": token, "Origin": self.base_url}
        asked = urllib.request.Request(self.base_url + path, data=body, headers=headers)
        with self._opener.open(asked, timeout=30) as answer:
            return bytes(answer.read())


def badge_to_show(student: Person) -> str:
    """The public page of a signed badge, shared with a link for a week; the path with its key."""
    badges = student.ask("{ myBadges(limit: 20) { items { id } } }")["myBadges"]["items"]
    shared = student.ask(
        'mutation ($id: ID!) { shareBadge(credentialId: $id, shownName: "initials", withPlace: false, days: 7)'
        " { url errors { message } } }",
        id=badges[-1]["id"],
    )["shareBadge"]
    if not shared["url"]:
        raise RuntimeError(shared["errors"])
    return str(shared["url"]).removeprefix(student.base_url)


def presentation_to_show(student: Person) -> str:
    """A presentation page with the student's badges on it, open by its link; the path with the secret."""
    made = student.ask(
        'mutation { composePresentation(purpose: "university") { presentation { card { id } } errors { message } } }'
    )["composePresentation"]
    if not made["presentation"]:
        raise RuntimeError(made["errors"])
    opened = student.ask(
        "mutation ($id: ID!) { openPresentation(presentationPageId: $id) { presentation { url } errors { message } } }",
        id=made["presentation"]["card"]["id"],
    )["openPresentation"]
    if not opened["presentation"]:
        raise RuntimeError(opened["errors"])
    return str(opened["presentation"]["url"]).removeprefix(student.base_url)


def class_to_show(teacher: Person) -> str:
    """The board of the demo class."""
    groups = teacher.ask("{ me { groups { id name } } }")["me"]["groups"]
    (group,) = [one for one in groups if one["name"] == "2B"]
    return f"/app/classes/{group['id']}"


def event_to_show(base_url: str) -> str:
    """The page of the first event that the public list names."""
    with urllib.request.urlopen(f"{base_url}/events/", timeout=30) as answer:
        listed = re.search(r'href="(/events/[a-z0-9-]+)"', answer.read().decode())
    if listed is None:
        raise RuntimeError("the public list has no event")
    return listed[1]
