"""Canaries: a random token in everything that a person of a class leaves behind, and where a token may be seen.

A token reads `cnry-<who>-<what>-<random>`. A leak test takes every byte that a role can get and looks for tokens it
must not hold; none is the only pass (security-cases.md §1.1).
"""

from __future__ import annotations

import io
import re
import secrets
from dataclasses import dataclass, field
from uuid import uuid4

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from credentials.models import Achievement, Credential
from credentials.services import awarding
from credentials.services.collecting import Piece
from credentials.services.uploading import store_upload, uploads_by_person
from paths.models import Enrollment, Step
from paths.services import working
from people.models import Group, User
from tests.conftest import ClassOf

TOKEN = re.compile(r"cnry-([A-Za-z0-9]+)-([a-z]+)-[0-9a-f]{8}", re.IGNORECASE)
# A classmate may read these in the class feed; the work itself stays between a student and who teaches them.
CLASS_MAY_KNOW = frozenset({"given", "family", "nickname", "class"})


def canary(who: str, what: str) -> str:
    return f"cnry-{who}-{what}-{secrets.token_hex(4)}"


def found_in(text: str | bytes) -> set[tuple[str, str]]:
    """(who, what) of every token in an answer; JSON escapes do not hide one, because a token is plain ASCII."""
    readable = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return {(who.upper(), what.lower()) for who, what in TOKEN.findall(readable)}


@dataclass
class Canaried:
    """A student with something of every kind: names, work, a photo, a badge."""

    sign: str
    student: User
    enrollment: Enrollment
    credential: Credential
    uploads: list[object] = field(default_factory=list)


def picture_with(token: str) -> bytes:
    """A PNG whose metadata and trailing bytes carry the token."""
    out = io.BytesIO()
    words = PngInfo()
    words.add_text("Author", token)
    Image.new("RGB", (24, 24), "navy").save(out, "PNG", pnginfo=words)
    return out.getvalue() + token.encode()


def mark_class(group: Group, sign: str) -> None:
    Group.objects.filter(pk=group.pk).update(name=canary(sign, "class"))


def mark_student(sign: str, student: User, of: ClassOf, task: Step, achievement: Achievement) -> Canaried:
    """Give `student` of a class, already on the path, one of everything, each piece with a token of its own."""
    student.given_name, student.family_name = canary(sign, "given"), canary(sign, "family")
    student.nickname = canary(sign, "nickname")
    student.register_number = f"{sign}-{secrets.token_hex(4)}"
    student.save()
    uploads_by_person.forget(str(student.pk))
    photo = store_upload(student, key=uuid4(), content=picture_with(canary(sign, "photo")))
    pdf = store_upload(student, key=uuid4(), content=b"%PDF-1.7 " + canary(sign, "pdf").encode())
    enrollment = Enrollment.objects.select_related("assignment__group", "student", "path").get(
        student=student
    )
    pieces = [
        Piece("text", text=canary(sign, "text")),
        Piece("link", url=f"https://example.org/{canary(sign, 'link')}"),
        Piece("photo", upload_id=photo.pk),
        Piece("pdf", upload_id=pdf.pk),
    ]
    working.hand_in(enrollment, task, pieces, actor=student, reflection=canary(sign, "reflection"))
    awarded = awarding.award(
        achievement, [student], actor=of.teacher, group=of.group, note=canary(sign, "note")
    )  # fmt: skip
    credential = awarded.credentials[0]
    Credential.objects.filter(pk=credential.pk).update(context={"place": canary(sign, "place")})
    return Canaried(sign, student, enrollment, credential, [photo, pdf])
