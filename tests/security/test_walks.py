"""AC-03: from what one may see no edge of the schema leads to what one may not."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from graphql import is_required_argument

from tests.architecture.world import FIXTURES
from tests.conftest import ClassOf
from tests.paths.conftest import SmallPath
from tests.security.canaries import CLASS_MAY_KNOW, Canaried, found_in
from tests.security.documents import QUERIES, answer, walk

# Whose tokens may reach whom; for those in `NAMES_OF` only what a class knows of its members.
ALL_OF = {
    "PA1": {"PA1", "A2B", "E2B", "MK"}, "PC": {"PC", "A2C", "KS", "MKS"}, "PB": {"PB", "B1A", "KZ", "MKZ"},
    "TA": {"PA1", "PA2", "A2B", "E2B"}, "TC": {"PC", "A2C"}, "TB": {"PB", "B1A"}, "LK": {"MK"},
}  # fmt: skip
# The coordinator answers for the sensitive club, and learns of no member of it.
NAMES_OF = {
    "PA1": {"PA2"},
    "PA2": {"PA1"},
    "LK": {"PA1"},
    "CO": {"PA1", "PA2", "PC", "A2B", "A2C", "E2B", "KS"},
}

MUST_HOLD = {
    "PA1": {("PA1", "text"), ("PA1", "reflection"), ("PA1", "note"), ("A2B", "class"), ("E2B", "place")},
    "TA": {("PA1", "text"), ("PA2", "reflection"), ("PA1", "family"), ("A2B", "class")},
    "PC": {("PC", "text"), ("KS", "purpose"), ("KS", "title")}, "PB": {("PB", "link"), ("KZ", "place")}, "TB": {("PB", "text")}, "TC": {("PC", "reflection")},
    "CO": {("PA1", "family"), ("A2C", "class"), ("KS", "club")}, "LK": {("PA1", "given"), ("K", "badge")},
}  # fmt: skip


OF_A_CLUB = {
    "club",
    "purpose",
    "time",
    "place",
    "address",
    "adult",
    "leader",
    "badge",
    "title",
    "description",
    "task",
    "team",
}
# What is gone through with the ids of each club and event.
OF_CLUBS = {
    "club", "clubMembers", "recogniseScreen", "badgeDesigner", "badgePool", "nominationsToDecide", "clubBadge", "claimSheets",
    "groupEvents", "eventForm", "awardScreen", "classFeed", "achievement",
}  # fmt: skip
OF_EVENTS = {"event", "teamBoard", "checkInScreen"}


def targets(name: str, whose: Canaried, of: ClassOf, path: SmallPath) -> dict[str, Any]:
    own = {
        "questMap": whose.enrollment.pk,
        "badge": whose.credential.pk,
        "achievement": path.debate.pk,
        "rosterImport": uuid4(),
    }
    return {
        "groupId": of.group.pk, "studentId": whose.student.pk, "enrollmentId": whose.enrollment.pk,
        "stepId": path.task.pk, "submissionId": whose.enrollment.submissions.get().pk, "pathId": path.path.pk,
        "achievementId": path.debate.pk, "id": own.get(name, uuid4()), "eventId": uuid4(),
        "presentationPageId": uuid4(), "roundId": uuid4(), "draftId": uuid4(), "applicationId": uuid4(),
        "issuerId": path.debate.issuer_id, "older": 1, "newer": 1,
    }  # fmt: skip


def all_targets(name, arguments, canaried, homes, path, gatherings) -> list[dict[str, Any]]:
    """The variables with which a query is asked: what belongs to each student, and to each club and event."""
    found = [targets(name, canaried[sign], of, path) for sign, of in homes.items()]
    if name in OF_CLUBS:
        for sign, club in gatherings.clubs.items():
            badge = gatherings.badges[sign].pk
            found.append({"groupId": club.pk, "achievementId": badge, "id": badge})
    if name in OF_EVENTS:
        found += [{"eventId": event.pk, "id": event.pk} for event in gatherings.events.values()]
    return found if arguments else found[:1]


def asks_for(name: str, argument: str, one: Any) -> bool:
    return argument in ("groupId", "pathId", "achievementId") or is_required_argument(one.args[argument])


def may_hold(role: str, who: str, what: str) -> bool:
    if what == "claim":
        # Who plans the class's events answers "I was there too": its teacher and the school's coordinator.
        return role in ("PA1", "TA", "CO")
    return who in {"K", *ALL_OF.get(role, set())} or (
        who in NAMES_OF.get(role, set()) and what in CLASS_MAY_KNOW | OF_A_CLUB
    )


@pytest.mark.parametrize("role", ["V", "PA1", "PC", "PB", "TA", "TC", "TB", "CO", "LK", "ED", "AD"])
def test_ac_03_no_walk_through_the_schema_meets_a_foreign_canary(
    role, canaried, gatherings, class_2b, class_2c, class_1a, small_path, request
):
    person = request.getfixturevalue(FIXTURES[role])
    homes = {"PA1": class_2b, "PA2": class_2b, "PC": class_2c, "PB": class_1a}
    seen: set[tuple[str, str]] = set()
    for name, one in QUERIES.items():
        arguments = [a for a in one.args if asks_for(name, a, one)]
        for values in all_targets(name, arguments, canaried, homes, small_path, gatherings):
            text, code = answer(person, walk(name, arguments), {a: values[a] for a in arguments})
            assert code in (None, "NOT_FOUND", "NOT_SIGNED_IN"), (name, text)
            seen |= found_in(text)

    assert {token for token in seen if not may_hold(role, *token)} == set()
    # Where there is something to see, the walk has seen it: an empty walk proves nothing.
    assert MUST_HOLD.get(role, set()) <= seen
