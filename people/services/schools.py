"""Making a school: its own group holds its coordinator and teachers."""

from __future__ import annotations

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.text import clean_text
from people.enums import GroupKind, SchoolType
from people.models import Group, School

# Polish and Ukrainian letters that Unicode does not decompose.
_UNDECOMPOSED = str.maketrans({"ł": "l", "Ł": "L", "і": "i", "І": "I"})


def slug_of(name: str) -> str:
    """A short name for addresses: "I LO w Łowiczu" → "i-lo-w-lowiczu"; "szkola" when no letter is Latin."""
    return slugify(name.translate(_UNDECOMPOSED))[:40].strip("-") or "szkola"


def unused_slug(name: str) -> str:
    """The slug of `name`, with a number when another school has it."""
    slug = slug_of(name)
    taken = set(School.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(
        candidate
        for candidate in (slug, *(f"{slug}-{n}" for n in range(2, 10_000)))
        if candidate not in taken
    )


@transaction.atomic
def make_school(
    *, name: str, register_number: str, school_type: str, town: str = "", slug: str = ""
) -> tuple[School, bool]:
    """The school with this register number (RSPO), and whether it is new.

    Raises Refusal for a type or number that no school has.
    """
    number = register_number.strip()
    if not (number.isascii() and number.isdigit() and len(number) <= 12):
        raise Refusal("REGISTER_NUMBER", _("A register number (RSPO) has digits only."), "register_number")
    if school_type not in SchoolType.values:
        raise Refusal("SCHOOL_TYPE", _("Choose LO, T or BS1."), "school_type")
    known = School.objects.filter(register_number=number).select_related("group").first()
    if known is not None:
        return known, False
    name = clean_text(name, limit=120, multiline=False, field="name", required=True)
    group = Group.objects.create(kind=GroupKind.SCHOOL, name=name)
    school = School.objects.create(
        name=name,
        slug=slug or unused_slug(name),
        type=school_type,
        register_number=number,
        town=clean_text(town, limit=80, multiline=False, field="town"),
        group=group,
    )
    return school, True
