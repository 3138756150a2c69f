"""What `paths` does when something happens downstairs."""

from core.emitting import on
from paths.services import assigning
from people.domain_events import MemberJoined, MemberLeft
from people.enums import LEARNING_ROLES
from people.models import Membership


@on(MemberJoined)
def put_the_joiner_on_the_groups_paths(fact: MemberJoined) -> None:
    membership = (
        Membership.objects.current()
        .filter(group_id=fact.group_id, user_id=fact.user_id, role__in=LEARNING_ROLES)
        .select_related("user")
        .first()
    )
    if membership is not None:
        assigning.enrol_member(fact.group_id, membership.user)


@on(MemberLeft)
def close_the_leavers_paths(fact: MemberLeft) -> None:
    assigning.end_enrollments_in(fact.group_id, fact.user_id)
