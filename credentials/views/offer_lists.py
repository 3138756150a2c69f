"""`POST /offers/`: a list of people outside, as a file or as text: read (nothing is kept), or read and sent.

The app sends the same file twice: first to look at it, then, once somebody has looked, to offer. So a list that nobody
sends is nowhere kept.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import NotFound, access, as_uuid
from core.refusals import Refusal
from core.table_refusals import refusal_of
from core.tables import TableUnreadable
from core.throttling import Throttle
from credentials.grade_words import result_in_words
from credentials.issuer_rules import AWARD_FOR_ISSUER
from credentials.models import Achievement, Issuer
from credentials.offer_rules import OFFER_IN_GROUP
from credentials.offer_words import problem_of
from credentials.outsiders import Outsider, read_file, read_pasted, with_offered
from credentials.scales import Scale
from credentials.selectors.offerable import Place
from credentials.selectors.offers import open_addresses
from credentials.services.offering import offer
from people.models import Group

ENVELOPE_BYTES = 64 * 1024
SHOWN = 200
lists = Throttle("offer-lists", limit=settings.KOTYLION_LIMITS["offer_lists"], seconds=900)


@require_POST
def offer_list(request: HttpRequest) -> HttpResponse:
    """Multipart: `placeId`, `placeKind`, `achievementId`, `file` or `text`; to send also `key`, `note`, `language`,
    `days`, perhaps `sendAt`.
    """
    if not request.user.is_authenticated:
        return _no(401, "NOT_SIGNED_IN", _("Sign in first."))
    most = settings.KOTYLION_LIMITS["roster_bytes"]
    if int(request.META.get("CONTENT_LENGTH") or 0) > most + ENVELOPE_BYTES:
        return _no(413, "LIST_TOO_BIG", _("The file is too big: 1 MB is the most."))
    try:
        place = _place(request)
        achievement = _achievement(place, request.POST.get("achievementId", ""))
        lists.take(str(request.user.pk))
        scale = _scale(achievement)
        rows = _rows(request, place, achievement, scale)
        key = as_uuid(request.POST.get("key", ""))
        if key is None:
            return _answer(_told(rows, scale))
        wave = offer(
            achievement,
            [row for row in rows if row.problem is None],
            place=place,
            actor=request.user,
            key=key,
            note=request.POST.get("note", "")[:4000],
            language=request.POST.get("language", ""),
            send_at=_moment(request.POST.get("sendAt", "")),
            days=_number(request.POST.get("days", "")),
            now=timezone.now(),
        )
    except NotFound:
        return _no(404, "NOT_FOUND", _("There is nothing here for you."))
    except TableUnreadable as error:
        refusal = refusal_of(error, "LIST", "file")
        return _no(422, refusal.code, str(refusal))
    except Refusal as refused:
        return _no(422, refused.code, str(refused))
    return _answer({"roundId": str(wave.pk)}, status=201)


def _place(request: HttpRequest) -> Place:
    wanted = request.POST.get("placeId", "")
    if request.POST.get("placeKind") == "issuer":
        return Place(None, access(request.user, AWARD_FOR_ISSUER, Issuer, wanted))
    return Place(access(request.user, OFFER_IN_GROUP, Group, wanted), None)


def _achievement(place: Place, wanted: str) -> Achievement:
    found = place.offerable.filter(pk=as_uuid(wanted) or UUID(int=0)).first()
    if found is None:
        raise NotFound
    return found


def _scale(achievement: Achievement) -> Scale | None:
    version = achievement.current_version
    return Scale.from_json(version.result_scale) if version is not None else None


def _rows(
    request: HttpRequest, place: Place, achievement: Achievement, scale: Scale | None
) -> list[Outsider]:
    sent = request.FILES.get("file")
    if sent is not None:
        rows = read_file(sent.read(settings.KOTYLION_LIMITS["roster_bytes"] + 1), scale)
    else:
        rows = read_pasted(request.POST.get("text", ""), scale)
    addresses = [row.email for row in rows if row.problem is None]
    return with_offered(rows, open_addresses(place, achievement.pk, addresses))


def _told(rows: list[Outsider], scale: Scale | None) -> dict[str, object]:
    """What the screen shows before anything is sent: problems first, at most two hundred rows."""
    ready = sum(row.problem is None for row in rows)
    ordered = sorted(rows, key=lambda row: row.problem is None)
    kept = scale.as_json() if scale is not None else None
    return {
        "ready": ready,
        "leftOut": len(rows) - ready,
        "most": settings.KOTYLION_LIMITS["offers_a_round"],
        "rows": [
            {"row": row.row, "email": row.email, "name": row.name, "note": row.note, "link": row.link,
             "grade": "" if row.problem else result_in_words(kept, row.grade), "problem": problem_of(row, scale)}
            for row in ordered[:SHOWN]
        ],
    }  # fmt: skip


def _moment(text: str) -> datetime | None:
    """A moment on the portal's clock, unless it says its own zone."""
    if not text:
        return None
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None:
        raise Refusal("SEND_AT", _("Choose a moment within the next half year."), "sendAt")
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0


def _answer(content: dict[str, object], status: int = 200) -> HttpResponse:
    response = JsonResponse(content, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _no(status: int, code: str, message: str) -> HttpResponse:
    return _answer({"code": code, "message": message}, status)
