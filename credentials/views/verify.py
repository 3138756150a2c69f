"""`/verify/`: check any badge, ours or foreign. The verdict is the first line; nothing is fetched, nothing
kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from core.access import as_uuid
from credentials.open_badges.findings import CANNOT_TELL, Finding
from credentials.open_badges.structure import MAX_BYTES
from credentials.open_badges.verification import Overall, Verdict
from credentials.selectors.public_pages import body_by_share
from credentials.selectors.standing_behind import standing_behind
from credentials.selectors.verdicts import judge
from credentials.services.sharing import share_digest
from credentials.verdict_words import in_words

NOT_KEPT = "no-store"


@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """A file, a link or a pasted text. Anybody may ask; what was sent is forgotten with the answer."""
    context: dict[str, Any] = {"typed": ""}
    if request.method == "POST":
        verdict = _verdict(request)
        typed = request.POST.get("badge", "")
        context = {"typed": typed if len(typed) <= 2000 else "", "empty": verdict is None}
        if verdict is not None:
            behind = standing_behind(verdict)
            words = in_words(verdict, of_club=behind is not None and behind.is_club_badge)
            context |= {"verdict": words, "claims": _claims(verdict), "behind": behind}
    response = render(request, "credentials/verify.html", context)
    response["Cache-Control"] = NOT_KEPT
    # Not "no-referrer": browsers would then send the form with `Origin: null`, which the form's own check refuses.
    response["Referrer-Policy"] = "same-origin"
    return response


def _verdict(request: HttpRequest) -> Verdict | None:
    now = timezone.now()
    file = request.FILES.get("file")
    if file is not None:
        return _refused("too_large") if (file.size or 0) > MAX_BYTES else judge(file.read(), now=now)
    typed = request.POST.get("badge", "").strip()
    if not typed:
        return None
    if typed.startswith(("https://", "http://")):
        body = _shared_here(typed)
        return body if isinstance(body, Verdict) else judge(body, now=now)
    content = typed.encode("utf-8", "surrogatepass")
    return _refused("too_large") if len(content) > MAX_BYTES else judge(content, now=now)


def _shared_here(link: str) -> bytes | Verdict:
    """The bytes behind a link of ours, for whoever holds its secret; other links are not opened."""
    if not link.startswith(f"{settings.PUBLIC_URL}/credentials/"):
        return _refused("link_not_ours")
    parts = urlsplit(link)
    name = parts.path.rpartition("/")[2].partition(".")[0]
    key = as_uuid(name)
    secret = parse_qs(parts.query).get("key", [""])[0][:200]
    body = body_by_share(key, share_digest(secret), now=timezone.now()) if key and secret else None
    return body if body is not None else _refused("link_dead")


def _refused(reason: str) -> Verdict:
    finding = Finding(CANNOT_TELL, reason)
    return Verdict(Overall.CANNOT_TELL, finding, finding, finding)


def _claims(verdict: Verdict) -> dict[str, str]:
    """What the badge says about itself: shown as its claim."""
    document = verdict.document
    subject = _part(document, "credentialSubject")
    achievement = _part(subject, "achievement")
    issuer = document.get("issuer")
    name = issuer.get("name") if isinstance(issuer, Mapping) else issuer
    return {
        "name": _text(document.get("name")) or _text(achievement.get("name")),
        "issuer": _text(name) or verdict.issuer,
        "issuer_id": verdict.issuer,
        "from": _text(document.get("validFrom"))[:10],
        "until": _text(document.get("validUntil"))[:10],
        "description": _text(achievement.get("description")),
    }


def _part(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = value.get(name)
    return part if isinstance(part, Mapping) else {}


def _text(value: object) -> str:
    return value[:2000] if isinstance(value, str) else ""
