"""Keeping contacts: asking, answering, parting. Nobody is told who declined."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.access import NotFound
from core.emitting import Audience, emit
from core.refusals import Refusal
from core.throttling import Throttle
from people.audiences import for_user, user_topic
from people.models import Group, User
from portfolio.domain_events import ContactAgreed, ContactAsked, ContactsChanged
from portfolio.models import Contact
from portfolio.selectors.contacts import MOST_CONTACTS, MOST_WAITING, contacts_visible_to, faces_in

DAY = 24 * 3600


def _asks() -> Throttle:
    return Throttle("contact-asks", limit=settings.KOTYLION_LIMITS["contacts_asked_a_day"], seconds=DAY)


def ask_contact(asker: User, person_id: UUID, *, group: Group) -> Contact:
    """Say that one would like to keep somebody of `group`. If they wished the same, it is agreed at once.

    Raises NotFound for somebody who may not be asked, Refusal CONTACTS_FULL, Throttled.
    """
    if person_id not in {face.id for face in faces_in(asker, group)}:
        raise NotFound
    _asks().take(f"person:{asker.pk}")
    with transaction.atomic():
        _lock(asker.pk, person_id)
        _check_room(asker)
        now = timezone.now()
        returned = contacts_visible_to(asker).filter(asker_id=person_id, agreed_at=None).first()
        if returned is not None:
            return _agree(returned, actor=asker, now=now)
        contact, new = Contact.objects.get_or_create(
            asker=asker, asked_id=person_id, defaults={"asked_at": now}
        )
        if not new:
            contact.asked_at, contact.withdrawn_at = now, None
            contact.save(update_fields=["asked_at", "withdrawn_at"])
        # Who has said no once is not asked again; who asked sees no difference.
        told = for_user(person_id, deliver=new) if contact.declined_at is None else Audience()
        emit(ContactAsked(contact_id=contact.pk), actor=asker, audience=told)
        return contact


def answer_contact(contact: Contact, *, agree: bool, actor: User) -> Contact:
    """Agree, or let the wish rest for good. Raises Refusal ALREADY_ANSWERED, CONTACTS_FULL."""
    with transaction.atomic():
        _lock(contact.asker_id, contact.asked_id)
        contact = Contact.objects.select_for_update().get(pk=contact.pk)
        if contact.agreed_at is not None or contact.declined_at is not None or contact.withdrawn_at:
            raise Refusal("ALREADY_ANSWERED", _("This is answered already, or was taken back."))
        now = timezone.now()
        if agree:
            _check_room(actor, asking=False)
            return _agree(contact, actor=actor, now=now)
        contact.declined_at = now
        contact.save(update_fields=["declined_at"])
        emit(ContactsChanged(user_id=actor.pk), actor=actor, audience=for_user(actor.pk))
        return contact


def remove_contact(contact: Contact, *, actor: User) -> None:
    """End a contact for both, or take back a wish. Nobody gets a message about it."""
    with transaction.atomic():
        _lock(contact.asker_id, contact.asked_id)
        found = Contact.objects.select_for_update().filter(pk=contact.pk).first()
        if found is None:
            return
        if found.agreed_at is not None:
            Contact.objects.filter(pk=found.pk).delete()
        else:
            found.withdrawn_at = timezone.now()
            found.save(update_fields=["withdrawn_at"])
        told = {actor.pk, found.asker_id}
        # A wish that was declined does not concern who declined it any more.
        if found.declined_at is None:
            told.add(found.asked_id)
        topics = tuple(sorted(user_topic(pk) for pk in told))
        emit(ContactsChanged(user_id=actor.pk), actor=actor, audience=Audience(topics=topics))


def forget_old_wishes(now: datetime) -> int:
    """Delete wishes that were never agreed to and are a year old. Answers how many."""
    old = now.replace(year=now.year - 1, day=min(now.day, 28))
    gone, _rows = Contact.objects.filter(agreed_at=None, asked_at__lt=old).delete()
    return gone


def _agree(contact: Contact, *, actor: User, now: datetime) -> Contact:
    contact.agreed_at, contact.declined_at, contact.withdrawn_at = now, None, None
    contact.save(update_fields=["agreed_at", "declined_at", "withdrawn_at"])
    Contact.objects.filter(asker=contact.asked_id, asked=contact.asker_id).delete()
    both = tuple(sorted(user_topic(pk) for pk in (contact.asker_id, contact.asked_id)))
    other = contact.asker_id if actor.pk == contact.asked_id else contact.asked_id
    emit(
        ContactAgreed(contact_id=contact.pk), actor=actor, audience=Audience(topics=both, deliver_to=(other,))
    )
    return contact


def _check_room(person: User, *, asking: bool = True) -> None:
    visible = contacts_visible_to(person)
    full = visible.filter(agreed_at__isnull=False).count() >= MOST_CONTACTS
    if full or (asking and visible.filter(agreed_at=None, asker=person).count() >= MOST_WAITING):
        raise Refusal(
            "CONTACTS_FULL", _("There is no room for more contacts. Remove one, or wait for an answer.")
        )


def _lock(first: UUID, second: UUID) -> None:
    """Two people who ask each other at once wait for one another, in one order."""
    list(User.objects.select_for_update().filter(pk__in=[first, second]).order_by("pk").values_list("pk"))
