"""What `paths` does when something happens downstairs."""

from collections.abc import Sequence
from uuid import UUID

from core.emitting import on
from credentials import ways_to_earn
from paths.selectors.ways_to_earn import on_a_path
from paths.services import assigning
from people.domain_events import MemberJoined, MemberLeft, MembersJoined
from people.enums import LEARNING_ROLES
from people.models import Membership

ways_to_earn.register(on_a_path)


@on(MemberJoined)
def put_the_joiner_on_the_groups_paths(fact: MemberJoined) -> None:
    _enrol(fact.group_id, [fact.user_id])


@on(MembersJoined)
def put_the_joiners_on_the_groups_paths(fact: MembersJoined) -> None:
    _enrol(fact.group_id, fact.user_ids)


def _enrol(group_id: UUID, user_ids: Sequence[UUID]) -> None:
    memberships = Membership.objects.current().filter(
        group_id=group_id, user_id__in=user_ids, role__in=LEARNING_ROLES
    )
    learners = [membership.user for membership in memberships.select_related("user")]
    if learners:
        assigning.enrol_members(group_id, learners)


@on(MemberLeft)
def close_the_leavers_paths(fact: MemberLeft) -> None:
    assigning.end_enrollments_in(fact.group_id, fact.user_id)
