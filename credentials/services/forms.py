"""A signed badge in each of its forms (credentials.md §4.7, §8): for the doors, and for what a learner takes along."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from django.utils import timezone

from core.printing.typesetting import typeset
from core.translated import in_language
from credentials.enums import DocumentForm
from credentials.models import AchievementVersion, Credential, IssuedDocument
from credentials.open_badges.baking import bake_png, bake_svg
from credentials.pictures import IN_DOCUMENTS, art_of
from credentials.selectors.printed_details import printed_details
from credentials.selectors.public_pages import body_for_owner, page_within
from credentials.services.drawing import drawing, picture
from credentials.services.keys import KeyUnusable
from credentials.services.printing import Printed, badge_sheet
from credentials.services.signing import SigningRefused
from credentials.services.tokens import token_of
from people.data_map import FileKept
from people.models import User

# An archive is made by a task, which has time to wait for its turn.
PATIENCE = 60.0


def png_with_badge(version: AchievementVersion, body: bytes) -> bytes:
    """The picture with the signed badge in it (Open Badges 3.0 §5.3). Expects the achievement selected."""
    return bake_png(picture(art_of(version.achievement.kind, version.art), IN_DOCUMENTS), body.decode())


def svg_with_badge(version: AchievementVersion, body: bytes) -> bytes:
    """The drawing with the signed badge in it (Open Badges 3.0 §5.3.2). Expects the achievement selected."""
    drawn = drawing(art_of(version.achievement.kind, version.art), title=in_language(version.name))
    return bake_svg(drawn.encode(), body.decode())


def every_form(person: User) -> Iterator[FileKept]:
    """Each signed badge of a person as JSON-LD, JWT, PNG, SVG and PDF; each made when it is read.

    Reading raises FileNotFoundError for a form that cannot be had now.
    """
    signed = (
        IssuedDocument.objects.signed()
        .filter(credential__recipient=person, form=DocumentForm.OB3_DATA_INTEGRITY)
        .select_related("credential__achievement")
        .defer("body")
        .order_by("issued_at", "id")
    )
    for document in signed.iterator(chunk_size=100):
        stem, about = (
            f"{document.credential.achievement.slug}-{document.credential_id}",
            document.credential_id,
        )
        for ending, read in FORMS.items():
            yield FileKept(
                "badges", f"{stem}.{ending}", document.issued_at, partial(read, person, about), about
            )


def _version(credential_id: UUID) -> AchievementVersion:
    return Credential.objects.select_related("version__achievement").get(pk=credential_id).version


def _json(person: User, credential_id: UUID) -> bytes:
    body = body_for_owner(person.pk, credential_id)
    if body is None:
        raise FileNotFoundError(credential_id)
    return body


def _jwt(person: User, credential_id: UUID) -> bytes:
    """Revoked before it had a token, or unsigned for want of a key: then there is none."""
    try:
        token = token_of(credential_id, now=timezone.now())
    except (SigningRefused, KeyUnusable):
        token = None
    if token is None:
        raise FileNotFoundError(credential_id)
    return token


def _png(person: User, credential_id: UUID) -> bytes:
    return png_with_badge(_version(credential_id), _json(person, credential_id))


def _svg(person: User, credential_id: UUID) -> bytes:
    return svg_with_badge(_version(credential_id), _json(person, credential_id))


def _pdf(person: User, credential_id: UUID) -> bytes:
    page = page_within(credential_id)
    if page is None or page.document is None:
        raise FileNotFoundError(credential_id)
    details = printed_details(credential_id)
    printed = Printed(page, page.document, details.version, details=details)
    return typeset(badge_sheet(printed, timezone.now()), patience=PATIENCE)


FORMS: dict[str, Callable[[User, UUID], bytes]] = {
    "json": _json, "jwt": _jwt, "png": _png, "svg": _svg, "pdf": _pdf,
}  # fmt: skip
