"""What `classroom` does when something happens downstairs."""

from __future__ import annotations

from django.db import transaction

from classroom.domain_events import StudentSignedIn
from core.emitting import emit, on
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
