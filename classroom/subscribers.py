"""What `classroom` does when something happens downstairs."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from classroom.domain_events import StudentSignedIn
from classroom.tasks import count_presences_soon
from core.emitting import emit, on
from credentials.models import AwardBatch
from events.domain_events import AttendanceRewarded, AttendanceWithdrawn, CheckedIn, PeopleCheckedIn
from paths.services.completing import complete_steps_satisfied_by, take_back_cancelled_steps_of
from people.audiences import for_staff
from people.domain_events import SignedInByCard
from people.enums import GroupKind
from people.models import Membership


@on(SignedInByCard)
def tell_the_board_who_is_here(fact: SignedInByCard) -> None:
    """The teacher sees on the board who has signed in; the class does not."""
    learns_in = (
        Membership.objects.current()
        .learning()
        .filter(user_id=fact.user_id, group__kind=GroupKind.SCHOOL_CLASS, group__archived_at=None)
        .values_list("group_id", flat=True)
    )
    with transaction.atomic():
        for group_id in learns_in[:10]:
            signed_in = StudentSignedIn(group_id=group_id, user_id=fact.user_id)
            emit(signed_in, actor=None, audience=for_staff(group_id))


@on(CheckedIn)
def move_the_paths_of_who_came(fact: CheckedIn) -> None:
    """A step of a path may ask for an event; events and paths do not know each other."""
    count_presences_soon(fact.event_id)


@on(PeopleCheckedIn)
def move_the_paths_of_those_who_came(fact: PeopleCheckedIn) -> None:
    count_presences_soon(fact.event_id)


@on(AttendanceRewarded)
def move_the_paths_that_ask_for_the_badge(fact: AttendanceRewarded) -> None:
    batch = AwardBatch.objects.select_related("version", "actor").get(pk=fact.batch_id)
    complete_steps_satisfied_by(batch, actor=batch.actor)


@on(AttendanceWithdrawn)
def take_back_what_the_mistake_completed(fact: AttendanceWithdrawn) -> None:
    take_back_cancelled_steps_of(fact.user_id, now=timezone.now())
