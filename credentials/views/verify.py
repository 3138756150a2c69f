"""`/verify/`: check any badge or endorsement, ours or foreign, or who an issuer is. The verdict is the first line; no
request waits for other people's sites, and what was sent is forgotten after five minutes at the latest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_safe

from core.network import current_network
from core.outside import may_be_asked
from core.throttling import Throttle, Throttled
from credentials.open_badges.baking import MAX_PICTURE_BYTES
from credentials.open_badges.findings import CANNOT_TELL, Finding
from credentials.open_badges.moments import parse_moment
from credentials.open_badges.structure import MAX_BYTES
from credentials.open_badges.verification import Overall, Verdict
from credentials.selectors.became import what_became_of
from credentials.selectors.checked_issuers import checked_issuer
from credentials.selectors.elsewhere import asks_elsewhere
from credentials.selectors.standing_behind import standing_behind
from credentials.selectors.verdicts import carried_by, judge
from credentials.services.asking_elsewhere import begin, check_of
from credentials.verdict_words import in_words
from credentials.views.own_links import behind_own_link

NOT_KEPT = "no-store"
WAIT_SECONDS = 2
MOST_RESULTS = 5
_limits = settings.KOTYLION_LIMITS
# Each makes us ask at most five addresses that somebody typed.
by_network = Throttle("checks-elsewhere", limit=_limits["checks_elsewhere_by_network"], seconds=600)
by_all = Throttle("checks-elsewhere-all", limit=_limits["checks_elsewhere"], seconds=600)


@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """A file, a link or a pasted text. Anybody may ask; a badge of ours is judged at once and forgotten then.
    For somebody else's badge their site is asked beside the request; the answer then has an address of its own.
    """
    if request.method != "POST":
        return _page(request, {"typed": ""})
    typed = request.POST.get("badge", "")
    context = {"typed": typed if len(typed) <= 2000 else ""}
    verdict = _verdict(request)
    if isinstance(verdict, str):
        return HttpResponseRedirect(reverse("verify-answer", args=[verdict]), status=303)
    return _page(request, context | ({"empty": True} if verdict is None else _answer(verdict)))


@require_safe
def answer(request: HttpRequest, secret: str) -> HttpResponse:
    """What came of asking elsewhere; while that takes, a page that looks again by itself."""
    check = check_of(secret)
    if check is None:
        return _page(request, {"typed": "", "gone": True}, status=404)
    if not check.over:
        response = _page(request, {"waiting": True})
        response["Refresh"] = str(WAIT_SECONDS)
        return response
    if not check.content:
        return _page(request, {"typed": ""} | _answer(_refused(check.reason or "link_unreachable")))
    return _page(
        request, {"typed": ""} | _answer(judge(check.content, now=timezone.now(), elsewhere=check.had))
    )


def _page(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    response = render(request, "credentials/verify.html", context, status=status)
    response["Cache-Control"] = NOT_KEPT
    # Not "no-referrer": browsers would then send the form with `Origin: null`, which the form's own check refuses.
    response["Referrer-Policy"] = "same-origin"
    return response


def _answer(verdict: Verdict) -> dict[str, Any]:
    issuer = checked_issuer(verdict)
    if issuer is not None:
        return {"issuer": issuer}
    behind = standing_behind(verdict)
    words = in_words(verdict, of_club=behind is not None and behind.is_club_badge)
    became = what_became_of(verdict)
    return {"verdict": words, "claims": _claims(verdict), "behind": behind, "became": became}


def _verdict(request: HttpRequest) -> Verdict | str | None:
    """The verdict, or the secret under which it will be found, or None when nothing was given."""
    file = request.FILES.get("file")
    if file is not None:
        most = MAX_PICTURE_BYTES if (file.content_type or "").startswith("image/") else MAX_BYTES
        return _refused("too_large") if (file.size or 0) > most else _judged(file.read())
    typed = request.POST.get("badge", "").strip()
    if not typed:
        return None
    if not typed.startswith(("https://", "http://")):
        content = typed.encode("utf-8", "surrogatepass")
        return _refused("too_large") if len(content) > MAX_BYTES else _judged(content)
    if typed.startswith(f"{settings.PUBLIC_URL}/"):
        now = timezone.now()
        found = behind_own_link(typed, now=now)
        return _refused(found) if isinstance(found, str) else judge(found, now=now)
    return _begun(link=typed) if may_be_asked(typed) else _refused("link_unreachable")


def _judged(content: bytes) -> Verdict | str:
    """At once what is ours or needs nobody; otherwise by asking elsewhere."""
    taken = carried_by(content)
    if isinstance(taken, Verdict):
        return taken
    verdict = judge(content, now=timezone.now())
    return _begun(content=taken) if asks_elsewhere(verdict) else verdict


def _begun(*, content: bytes = b"", link: str = "") -> Verdict | str:
    try:
        by_network.take(current_network())
        by_all.take("all")
    except Throttled:
        return _refused("busy")
    return begin(content=content, link=link) or _refused("busy")


def _refused(reason: str) -> Verdict:
    finding = Finding(CANNOT_TELL, reason)
    return Verdict(Overall.CANNOT_TELL, finding, finding, finding)


def _claims(verdict: Verdict) -> dict[str, Any]:
    """What the badge, or the endorsement of one, says about itself: shown as its claim."""
    document = verdict.document
    subject = _part(document, "credentialSubject")
    achievement = _part(subject, "achievement")
    issuer = document.get("issuer")
    name = issuer.get("name") if isinstance(issuer, Mapping) else issuer
    return {
        "name": _text(document.get("name")) or _text(achievement.get("name")),
        "issuer": _text(name) or verdict.issuer,
        "issuer_id": verdict.issuer,
        "from": _day(document.get("validFrom")),
        "until": _day(document.get("validUntil")),
        "description": _text(achievement.get("description")) or _text(subject.get("endorsementComment")),
        "is_endorsement": verdict.is_endorsement,
        "grade": ", ".join(_grades(subject, achievement)),
    }


def _grades(subject: Mapping[str, Any], achievement: Mapping[str, Any]) -> Iterator[str]:
    """Results with the name of their scale where it has one (Open Badges 3.0, Result and ResultDescription)."""
    scales = {
        _text(one.get("id")): _text(one.get("name")) for one in _parts(achievement, "resultDescription")
    }
    for one in _parts(subject, "result")[:MOST_RESULTS]:
        scale, value = scales.get(_text(one.get("resultDescription")), ""), _text(one.get("value"))
        if value:
            yield f"{scale}: {value}" if scale and len(scales) > 1 else value


def _parts(value: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = value.get(name)
    rows = found if isinstance(found, list) else [found]
    return [one for one in rows if isinstance(one, Mapping)]


def _day(value: object) -> str:
    """A moment of the document as a day in the reader's words; as it stands there when it is none."""
    try:
        return date_format(timezone.localtime(parse_moment(value)))
    except (ValueError, OverflowError):
        return _text(value)[:30]


def _part(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = value.get(name)
    return part if isinstance(part, Mapping) else {}


def _text(value: object) -> str:
    return value[:2000] if isinstance(value, str) else ""
