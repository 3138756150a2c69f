"""A badge on paper, in the reader’s language (credentials.md §4.7–8): *for publishing*, no more than its page says,
and *full*, for its owner alone. The signed badge is attached, so the file can be checked as any other form of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.portal_name import portal_name
from core.printing.typesetting import Attached, Sheet
from core.qr_codes import qr_svg
from core.translated import active_language, in_language
from credentials.addresses import public
from credentials.enums import AchievementKind
from credentials.models import AchievementVersion
from credentials.pictures import art_of
from credentials.selectors.achievement_pages import short_facts
from credentials.selectors.badges import OutcomeText
from credentials.selectors.printed_details import PrintedDetails
from credentials.selectors.public_pages import CredentialPage, SignedBytes, VersionWords, words_of
from credentials.selectors.verdicts import judge_own
from credentials.services.drawing import drawing
from credentials.verdict_words import in_words

PAPER = Path(__file__).resolve().parent.parent / "paper" / "badge.typ"
ATTACHMENT = "open-badge.json"


@dataclass(frozen=True)
class Printed:
    """What a badge is printed from. `link` leads to its shared page; without one the code leads to the verifier."""

    page: CredentialPage
    document: SignedBytes
    version: AchievementVersion
    link: str = ""
    details: PrintedDetails | None = None

    @cached_property
    def words(self) -> VersionWords:
        return words_of(self.page.version_id)

    @property
    def of_club(self) -> bool:
        return self.words.card.kind == AchievementKind.CLUB_BADGE


def badge_sheet(printed: Printed, now: datetime) -> Sheet:
    """The sheet in the active language."""
    card = printed.words.card
    return Sheet(
        template=PAPER,
        title=card.name,
        language=active_language(),
        dated=printed.page.awarded_at,
        words={
            "portal": portal_name(),
            "kind": card.kind_label,
            "name": card.name,
            "by": card.issuer_name,
            "alt": card.art.alt or card.name,
            "verdict": _verdict(printed, now),
            "lead": card.description,
            "facts": _facts(printed),
            "outcomes": _outcomes(printed),
            "parts": _parts(printed),
            "check": _check(printed),
            "foot": _("Printed from %(portal)s on %(day)s")
            % {"portal": portal_name(), "day": date_format(timezone.localdate(now), "DATE_FORMAT")},
        },
        pictures={
            "badge.svg": drawing(art_of(card.kind, printed.version.art), title="").encode(),
            "qr.svg": qr_svg(_address(printed)).encode(),
        },
        attached=Attached(
            ATTACHMENT,
            printed.document.body,
            "application/vc+ld+json",
            _("The signed badge (Open Badges 3.0)"),
        ),
    )


def _address(printed: Printed) -> str:
    return printed.link or public("/verify/")


def _verdict(printed: Printed, now: datetime) -> dict[str, str]:
    verdict = in_words(judge_own(printed.document, now=now), of_club=printed.of_club)
    day = date_format(timezone.localdate(now), "DATE_FORMAT")
    checked = _("%(meaning)s Checked: %(day)s") % {"day": day, "meaning": verdict.meaning}
    return {"tone": verdict.tone, "line": str(verdict.line), "meaning": checked}


def _facts(printed: Printed) -> list[list[str]]:
    page, card, details = printed.page, printed.words.card, printed.details
    until = (
        (_("Valid until"), date_format(page.valid_until, "DATE_FORMAT"))
        if page.valid_until
        else (_("Validity"), "" if page.became.revoked_at else _("No expiry date"))
    )
    rows = [
        (_("Earned by"), page.shown_name),
        (_("Club") if printed.of_club else _("Issuer"), card.issuer_name),
        (_("Awarded on"), date_format(page.awarded_at, "DATE_FORMAT")),
        (_("Grade"), page.result),
        (_("Place"), page.place),
        until,
    ]
    if details is None:
        rows.append((_("Workload"), card.workload))
    else:
        rows += [
            (_("Awarded by"), details.awarded_by),
            (_("Where"), details.group),
            (_("During"), details.activity),
        ]
        rows += [(_("Dates"), " – ".join(dict.fromkeys(filter(None, details.when))))]
    return [[label, value] for label, value in rows if value]


def _outcomes(printed: Printed) -> dict[str, Any]:
    rows: Sequence[OutcomeText] = printed.words.outcomes
    if printed.of_club:
        # A club names no outcomes: what it asked for stands by itself.
        rows = [OutcomeText(criterion, ()) for row in rows for criterion in row.criteria]
    return {
        "title": _("What it is for") if printed.of_club else _("What it confirms"),
        "rows": [{"text": row.text, "criteria": list(row.criteria)} for row in rows],
    }


def _parts(printed: Printed) -> list[dict[str, Any]]:
    details, version = printed.details, printed.version
    if details is None:
        return []
    work = [f"{piece.kind}: {piece.text}" if piece.text else piece.kind for piece in details.work]
    parts = (
        _part(_("What was said with it"), text=details.note),
        _part(_("My work"), items=work),
        _part(_("About this badge"), rows=[list(pair) for pair in short_facts(version)]),
        _part(_("Other conditions"), text=in_language(version.other_conditions)),
        _part(_("Quality assurance"), text=in_language(version.quality_assurance)),
    )
    return [part for part in parts if part["text"] or part["rows"] or part["items"]]


def _part(
    title: str, *, text: str = "", rows: list[list[str]] | None = None, items: list[str] | None = None
) -> dict[str, Any]:
    return {"title": title, "text": text, "rows": rows or [], "items": items or []}


def _check(printed: Printed) -> dict[str, str]:
    address = _address(printed)
    inside = _("The signed badge is inside this file, so the file can be dropped there.")
    if printed.link:
        text = _("Scan the code: the page says whether the badge is still valid.")
        text += "\n" + _("Or open %(verifier)s and drop this file there.") % {"verifier": public("/verify/")}
    else:
        text = _("Scan the code or open the address. %(inside)s") % {"inside": inside}
    return {
        "title": _("Check that it is real"),
        "text": text,
        "address": address,
        "shown": address.partition("://")[2],
        "alt": _("QR code that leads to %(address)s") % {"address": address.partition("?")[0]},
    }
