"""At the door. Each act takes a `key`, so that a phone that syncs twice counts nobody twice."""

from __future__ import annotations

import graphene
from django.utils import timezone

from core.access import NotFound, as_uuid, visible_to
from core.graphql import SELF, Mutation, mutations
from events import rules
from events.enums import CheckInMethod
from events.graphql.check_in_types import CheckInScreen
from events.graphql.types import EventCard, EventDetail
from events.models import CheckInCode, Event, LateClaim
from events.selectors.cards import card_of
from events.selectors.check_in import check_in_screen, expected_at, known_by_name, name_at_the_door
from events.selectors.details import event_detail
from events.services import check_in_codes, checking_in, late_claims, personal_codes


class DoorMutation(Mutation):
    """Base of what who keeps the door does; answers the list as it is afterwards."""

    class Meta:
        abstract = True

    screen = graphene.Field(CheckInScreen)

    @classmethod
    def answer(cls, actor, event):
        return {"screen": check_in_screen(event, actor, timezone.now())}


class ArrivingMutation(Mutation):
    """Base of checking oneself in; answers the event, and whether one was here already."""

    class Meta:
        abstract = True

    event = graphene.Field(EventCard)
    already = graphene.Boolean()

    @classmethod
    def arrive(cls, actor, event, method, code=None):
        arrival = checking_in.check_in(event, actor, method=method, actor=actor, code=code)
        return {"event": card_of(event, actor), "already": arrival.already}


class CheckInPeople(DoorMutation):
    """Tick people at the door, also later from a phone that had no network: nobody is counted twice."""

    class Meta:
        permission = rules.CHECK_IN
        target = Event

    class Input:
        user_ids = graphene.List(graphene.NonNull(graphene.ID), required=True)
        at = graphene.DateTime()

    checked_in = graphene.Int()

    @classmethod
    def act(cls, actor, target, *, user_ids, at=None):
        wanted = {as_uuid(pk) for pk in user_ids[: checking_in.MOST_AT_ONCE + 1]}
        people = list(expected_at(target).filter(pk__in=[pk for pk in wanted if pk is not None]))
        if len(people) != len(wanted):
            raise NotFound
        new = checking_in.check_in_people(target, people, actor=actor, at=at)
        return {**cls.answer(actor, target), "checked_in": len(new)}


class UndoCheckIn(DoorMutation):
    """A tick that was a mistake: gone, with the badge it alone caused while that can be undone."""

    class Meta:
        permission = rules.CHECK_IN
        target = Event

    class Input:
        user_id = graphene.ID(required=True)

    @classmethod
    def act(cls, actor, target, *, user_id):
        key = as_uuid(user_id)
        person = expected_at(target).filter(pk=key).first() if key else None
        if person is None:
            raise NotFound
        checking_in.undo_check_in(target, person, actor=actor)
        return cls.answer(actor, target)


class CheckInByPersonalCode(DoorMutation):
    """Check a person in by their own check-in code; a sign-in card is refused."""

    class Meta:
        permission = rules.CHECK_IN
        target = Event

    class Input:
        code = graphene.String(required=True)
        at = graphene.DateTime()

    name = graphene.String()

    @classmethod
    def act(cls, actor, target, *, code, at=None):
        moment = checking_in.moment_of_the_door(target, at, timezone.now())
        person = personal_codes.person_of(code, moment, event=target, actor=actor)
        checking_in.check_in(target, person, method=CheckInMethod.PERSONAL, actor=actor, at=moment)
        name = name_at_the_door(person, known_by_name(target))
        return {**cls.answer(actor, target), "name": name}


class CheckInByCode(ArrivingMutation):
    """Check oneself in by what a screen or a poster shows."""

    class Meta:
        permission = rules.SHOW_OWN_CODE
        target = SELF

    class Input:
        code = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, code):
        known = check_in_codes.found_for(code, actor, timezone.now())
        if not visible_to(actor, Event).filter(pk=known.event.pk).exists():
            raise check_in_codes.wrong()
        return cls.arrive(actor, known.event, known.method, known.code)


class CheckInByDigits(ArrivingMutation):
    """Check oneself in by the four digits on the screen."""

    class Meta:
        permission = rules.CHECK_IN_SELF
        target = Event

    class Input:
        digits = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, digits):
        now = timezone.now()
        checking_in.require_open(target, now)
        check_in_codes.check_digits(target, digits, user=actor, device="", now=now)
        return cls.arrive(actor, target, CheckInMethod.DIGITS)


class ClaimLate(Mutation):
    """“I was there too”, for seven days after the end."""

    class Meta:
        permission = rules.CLAIM_LATE
        target = Event

    class Input:
        note = graphene.String()

    event = graphene.Field(EventDetail)

    @classmethod
    def act(cls, actor, target, *, note=None):
        late_claims.claim_late(target, actor, note or "", now=timezone.now())
        return {"event": event_detail(target, actor)}


class DecideLateClaim(DoorMutation):
    class Meta:
        permission = rules.VIEW_LATE_CLAIM
        target = LateClaim
        target_argument = "claim_id"

    class Input:
        accept = graphene.Boolean(required=True)

    @classmethod
    def act(cls, actor, target, *, accept):
        late_claims.decide_late_claim(target, accept=accept, actor=actor, now=timezone.now())
        return cls.answer(actor, target.event)


class MakePrintedCode(Mutation):
    """A code for a poster: its window, and for how many people. The page to print is answered once."""

    class Meta:
        permission = rules.MANAGE_EVENT
        target = Event

    class Input:
        cap = graphene.Int(required=True)
        valid_from = graphene.DateTime(required=True)
        valid_until = graphene.DateTime(required=True)

    print_url = graphene.String()
    event = graphene.Field(EventDetail)

    @classmethod
    def act(cls, actor, target, *, cap, valid_from, valid_until):
        _row, letters = check_in_codes.make_printed_code(
            target, cap=cap, valid_from=valid_from, valid_until=valid_until, actor=actor
        )
        return {
            "print_url": f"/events/{target.pk}/printed/{letters}",
            "event": event_detail(target, actor),
        }


class EndPrintedCode(Mutation):
    """From now on the code lets nobody in."""

    class Meta:
        permission = rules.VIEW_CHECK_IN_CODE
        target = CheckInCode
        target_argument = "code_id"

    event = graphene.Field(EventDetail)

    @classmethod
    def act(cls, actor, target):
        check_in_codes.end_printed_code(target, now=timezone.now())
        return {"event": event_detail(target.event, actor)}


Mutations = mutations(
    CheckInPeople,
    UndoCheckIn,
    CheckInByPersonalCode,
    CheckInByCode,
    CheckInByDigits,
    ClaimLate,
    DecideLateClaim,
    MakePrintedCode,
    EndPrintedCode,
)
