"""A presentation page on paper: what its reader sees on the screen, in their language, with a code that leads back."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from PIL import Image

from core.portal_name import portal_name
from core.printing.typesetting import Sheet
from core.qr_codes import qr_svg
from core.translated import FALLBACK
from credentials.enums import AchievementKind, EvidenceKind
from credentials.pictures import art_of_key
from credentials.services.drawing import drawing
from portfolio.models import PresentationPage
from portfolio.selectors.presentation_pages import Presentation, Shown, Work, file_on

PAPER = Path(__file__).resolve().parent.parent / "paper" / "presentation.typ"
# Pixels of the longer side: 5 cm at 300 dots an inch.
PICTURE = 720


def presentation_sheet(page: PresentationPage, shown: Presentation, *, address: str, now: datetime) -> Sheet:
    """The sheet in the active language. `address` is where strangers read the page; "" while it is not open."""
    pictures: dict[str, bytes] = {}
    badges = [_badge(page, shown, one, pictures) for one in shown.badges]
    if address:
        pictures["qr.svg"] = qr_svg(address).encode()
    day = date_format(timezone.localdate(now), "DATE_FORMAT")
    name = shown.name or _("A page of badges")
    return Sheet(
        template=PAPER,
        title=name,
        language=(get_language() or FALLBACK).partition("-")[0],
        dated=now,
        words={
            "look": shown.look,
            "written": shown.language.partition("-")[0],
            "name": name,
            "headline": shown.headline,
            "about": shown.about,
            "said": {
                "title": _("In my own words"),
                "note": _("The person named above says this; nobody else has checked it."),
            },
            "skills": [one.text for one in shown.skills],
            "languages": [[one.name, one.level_label] for one in shown.languages],
            "can": _("What I can do"),
            "areas": [[area.name, _confirmed(area.count)] for area in shown.areas],
            "count": ngettext("%(counter)s badge", "%(counter)s badges", len(badges))
            % {"counter": len(badges)},
            "badges": badges,
            "check": _check(address, shown) if address else None,
            "chosen": _(
                "The person named above chose what stands here. The badges are signed by those who awarded them; "
                "the portal %(portal_name)s shows only what is still valid or says that it is over."
            )
            % {"portal_name": portal_name()},
            "foot": _("Printed from %(portal)s on %(day)s") % {"portal": portal_name(), "day": day},
        },
        pictures=pictures,
    )


def _confirmed(count: int) -> str:
    return ngettext("%(count)d confirmed outcome", "%(count)d confirmed outcomes", count) % {"count": count}


def _badge(
    page: PresentationPage, shown: Presentation, badge: Shown, pictures: dict[str, bytes]
) -> dict[str, Any]:
    card = badge.card
    pictures[f"{badge.id}.svg"] = drawing(art_of_key(Path(card.art.svg_url).stem), title="").encode()
    day = date_format(badge.awarded_at, "DATE_FORMAT")
    until = date_format(badge.valid_until, "DATE_FORMAT") if badge.valid_until else ""
    says = shown.with_outcomes and card.kind != AchievementKind.CLUB_BADGE
    return {
        "picture": f"{badge.id}.svg",
        "alt": card.art.alt or card.name,
        "name": card.name,
        "about": " · ".join(filter(None, (card.kind_label, card.issuer_name, card.workload, day))),
        "over": _("expired on %(until)s") % {"until": until} if badge.expired else "",
        "description": card.description,
        "outcomes": [one.text for one in badge.outcomes] if says else [],
        "work": [_piece(page, card.name, piece, pictures) for piece in badge.work],
    }


def _piece(page: PresentationPage, badge: str, piece: Work, pictures: dict[str, bytes]) -> dict[str, str]:
    """A recording and a document are named; they stand on the page itself."""
    picture = _photo(page, piece) if piece.kind == EvidenceKind.PHOTO and piece.has_file else b""
    if picture:
        pictures[f"{piece.id}.jpg"] = picture
    return {
        "kind": f"{_('My work')} · {piece.kind_label}",
        "picture": f"{piece.id}.jpg" if picture else "",
        "alt": _("Photo of the work for the badge %(name)s") % {"name": badge},
        "text": piece.text,
        "url": piece.url,
    }


def _photo(page: PresentationPage, piece: Work) -> bytes:
    """A photo in the size of the paper; empty when its file is gone."""
    upload = file_on(page, piece.id)
    if upload is None:
        return b""
    try:
        with upload.file.open("rb") as file, Image.open(file, formats=["PNG", "JPEG", "WEBP"]) as photo:
            photo.thumbnail((PICTURE, PICTURE))
            out = BytesIO()
            photo.convert("RGB").save(out, "JPEG", quality=82)
    except FileNotFoundError:
        return b""
    return out.getvalue()


def _check(address: str, shown: Presentation) -> dict[str, str]:
    until = date_format(shown.open_until, "DATE_FORMAT") if shown.open_until else ""
    text = _("Scan the code: there each badge can be checked.")
    if until:
        text += " " + _("The page is open until %(until)s.") % {"until": until}
    return {
        "text": text,
        "address": address,
        "shown": address.partition("://")[2],
        "alt": _("QR code that leads to this page"),
    }
