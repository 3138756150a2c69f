"""The calm lines of this room: somebody asks to be kept as a contact, somebody agreed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from people import notices
from people.models import User
from portfolio.domain_events import ContactAgreed, ContactAsked
from portfolio.selectors.contacts import ContactView, contacts_of


def asked_line(about: Mapping[str, Any], reader: UUID) -> str:
    """Nothing once it is answered, taken back or too old."""
    found = _found(about, reader, "asking")
    if found is None:
        return ""
    return _("%(name)s would like to keep you as a contact. You answer under “Me”, “Contacts”.") % {
        "name": found.name
    }


def agreed_line(about: Mapping[str, Any], reader: UUID) -> str:
    found = _found(about, reader, "kept")
    return _("%(name)s is your contact now.") % {"name": found.name} if found is not None else ""


def _found(about: Mapping[str, Any], reader: UUID, where: str) -> ContactView | None:
    person = User.objects.filter(pk=reader).first()
    rows: tuple[ContactView, ...] = getattr(contacts_of(person), where) if person is not None else ()
    return next((row for row in rows if str(row.id) == str(about["contact_id"])), None)


notices.register(ContactAsked, asked_line)
notices.register(ContactAgreed, agreed_line)
