"""One `emit`: a fact becomes a row of the audit trail, deliveries, a live hint and work for the rooms
upstairs.

Inside the transaction of the act: an `Activity` row and one `Delivery` row a person to whom it matters. On
commit: a thin envelope (name and ids, nothing else) to the audience's topics, then the subscribers. A fact
that was rolled back reaches nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import structlog
from django.db import transaction

from core.camel_case import camel_keys
from core.domain_events import DomainEvent, about_of, fact_name
from core.live import publish
from core.models import Activity, Delivery

if TYPE_CHECKING:
    from people.models import User

log = structlog.get_logger("core.emitting")

F = TypeVar("F", bound=DomainEvent)
Subscriber = Callable[[Any], None]
_subscribers: dict[type[DomainEvent], list[Subscriber]] = {}


class EmittedOutsideTransaction(RuntimeError):
    """A fact was announced with no transaction around the act that made it true."""


@dataclass(frozen=True)
class Audience:
    """Whom a fact reaches.

    `topics` are live topics ("user:<uuid>", "group:<uuid>"); `deliver_to` are people who get it in their
    inbox (and, without saying so, on "user:<id>"); `scope` is the id of the group in whose feed it stands.
    """

    topics: tuple[str, ...] = ()
    deliver_to: tuple[UUID, ...] = ()
    scope: UUID | None = None


def emit(fact: DomainEvent, *, actor: User | None, audience: Audience) -> Activity:
    """Announce `fact`. Raises EmittedOutsideTransaction unless called inside `transaction.atomic()`."""
    if not transaction.get_connection().in_atomic_block:
        raise EmittedOutsideTransaction(f"{fact_name(type(fact))} was emitted outside transaction.atomic().")
    about = about_of(fact)
    activity = Activity.objects.create(
        fact=fact_name(type(fact)),
        about=about,
        actor_id=actor.pk if actor is not None else None,
        scope=audience.scope,
    )
    recipients = dict.fromkeys(audience.deliver_to)
    if recipients:
        Delivery.objects.bulk_create(
            Delivery(activity=activity, recipient_id=recipient) for recipient in recipients
        )
    topics = tuple(dict.fromkeys((*audience.topics, *(f"user:{recipient}" for recipient in recipients))))
    transaction.on_commit(partial(_announce, fact, topics, envelope_of(activity)))
    return activity


def envelope_of(activity: Activity) -> dict[str, Any]:
    """What travels to the phones: fact, ids, scope and moment (ISO 8601), with keys in camelCase."""
    return {
        "fact": activity.fact,
        "about": camel_keys(activity.about),
        "scope": str(activity.scope) if activity.scope else None,
        "at": activity.created_at.isoformat(),
    }


def on(kind: type[F]) -> Callable[[Callable[[F], None]], Callable[[F], None]]:
    """Subscribe to a fact.

    The subscriber runs after the commit; what it raises is logged and stops nobody else.
    """

    def register(subscriber: Callable[[F], None]) -> Callable[[F], None]:
        known = _subscribers.setdefault(kind, [])
        if subscriber not in known:
            known.append(subscriber)
        return subscriber

    return register


def subscribers_of(kind: type[DomainEvent]) -> tuple[Subscriber, ...]:
    """Who listens to a fact, in the order of subscription."""
    return tuple(_subscribers.get(kind, ()))


def _announce(fact: DomainEvent, topics: tuple[str, ...], envelope: dict[str, Any]) -> None:
    if topics:
        try:
            publish(topics, envelope)
        except Exception:
            log.exception("live.publish_failed", fact=envelope["fact"])
    for subscriber in subscribers_of(type(fact)):
        try:
            subscriber(fact)
        except Exception:
            log.exception("subscriber.failed", fact=envelope["fact"], subscriber=subscriber.__qualname__)
