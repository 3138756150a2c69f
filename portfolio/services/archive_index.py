"""The readable index of an archive: one page without any other file, once in each language, with links to what lies
beside it. It opens from a disk, offline, for ever.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language_info, override

from core.portal_name import portal_name
from core.translated import LANGUAGES, in_language
from credentials.enums import AchievementKind, CredentialState, EvidenceKind
from credentials.models import AchievementVersion, Credential, Evidence
from credentials.pictures import art_of
from credentials.selectors.badges import issuer_name
from credentials.services.drawing import drawing
from people.data_map import MOST_ROWS
from people.models import User

NAMES = {"pl": "index-pl.html", "en": "index-en.html", "uk": "index-uk.html"}
Files = Mapping[UUID, Sequence[str]]


@dataclass(frozen=True)
class BadgeLine:
    name: str
    kind: str
    issuer: str
    state: str
    drawing: str
    awarded_at: datetime
    valid_until: datetime | None
    expired: bool
    note: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class WorkLine:
    kind: str
    text: str
    url: str
    at: datetime
    files: tuple[tuple[str, str], ...]


def index_pages(person: User, files: Files) -> dict[str, str]:
    """File name → page. `files` are the names in the archive by what they belong to. Two queries."""
    held = list(
        Credential.objects.filter(recipient=person)
        .exclude(state__in=(CredentialState.CANCELLED, CredentialState.DECLINED))
        .select_related("version", "achievement__issuer", "achievement__club", "batch")
        .order_by("-awarded_at", "id")[:MOST_ROWS]
    )
    work = list(Evidence.objects.kept().filter(owner=person).order_by("-created_at", "id")[:MOST_ROWS])
    pages = {}
    for language in LANGUAGES:
        with override(language):
            pages[NAMES[language]] = _page(person, held, work, files)
    own = person.language if person.language in NAMES else settings.LANGUAGE_CODE
    return {"index.html": pages[NAMES[own]], **pages}


def _page(person: User, held: Sequence[Credential], work: Sequence[Evidence], files: Files) -> str:
    now = timezone.now()
    return render_to_string(
        "portfolio/archive_index.html",
        {
            "name": person.get_full_name(),
            "portal_name": portal_name(),
            "portal": settings.PUBLIC_URL,
            "made_at": now,
            "languages": [
                (NAMES[code], get_language_info(code)["name_local"].capitalize(), code) for code in LANGUAGES
            ],
            "badges": [_badge(one, files, now) for one in held],
            "work": [_work(one, files) for one in work],
        },
    )


def _own_name(code: str) -> str:
    """What a language calls itself: "Polski"."""
    name: str = get_language_info(code)["name_local"]
    return name.capitalize()


def _drawing(kind: str, version: AchievementVersion) -> str:
    """A picture whose file is gone takes nothing else with it."""
    try:
        return drawing(
            art_of(kind, version.art), title=in_language(version.art_alt) or in_language(version.name)
        )
    except ValueError:
        return ""


def _badge(credential: Credential, files: Files, now: datetime) -> BadgeLine:
    achievement, version = credential.achievement, credential.version
    return BadgeLine(
        name=in_language(version.name),
        kind=str(AchievementKind(achievement.kind).label),
        issuer=issuer_name(achievement),
        state=str(CredentialState(credential.state).label),
        drawing=_drawing(achievement.kind, version),
        awarded_at=credential.awarded_at,
        valid_until=credential.valid_until,
        expired=credential.is_expired(now),
        note=credential.note if credential.batch.words_hidden_at is None else "",
        files=_links(files, credential.pk),
    )


def _work(piece: Evidence, files: Files) -> WorkLine:
    return WorkLine(
        kind=str(EvidenceKind(piece.kind).label),
        text=piece.text,
        url=piece.url,
        at=piece.created_at,
        files=_links(files, piece.upload_id),
    )


def _links(files: Files, about: UUID | None) -> tuple[tuple[str, str], ...]:
    """Path in the archive and the form in capitals: "PDF"."""
    paths = files.get(about, ()) if about else ()
    return tuple((path, PurePosixPath(path).suffix.removeprefix(".").upper()) for path in paths)
