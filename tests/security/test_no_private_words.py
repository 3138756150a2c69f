"""PR-05: no adult from outside writes to a minor, and nobody writes to anybody in private.

`words.csv` says of every field of every mutation that takes text whom it reaches: `choice` is one of a fixed few or a
code; `everybody` who may see the thing, beside a way to report it; `group` its members; `staff` those who lead, assess
or decide; `author` the author of something that was reported; `learner` one person of a group its writer leads, read by
all who lead it; `link` whom its writer gives the secret link of a page about themselves; `self` nobody but who writes it. A field without a row fails. There is no message and no comment, and
asking somebody to be a contact takes no words.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from graphql import get_named_type, is_input_object_type

from core.models import Delivery
from credentials.models import Achievement, Credential
from people.models import Group, User
from portal.schema import schema
from tests.asking import ask
from tests.clubs.conftest import badge, of_club  # noqa: F401
from tests.conftest import ClassOf

HERE = Path(__file__)
TABLE = HERE.with_name("words.csv")
PERMISSIONS = HERE.parent.parent / "architecture" / "permissions.csv"
REACHES = {"choice", "everybody", "group", "staff", "author", "learner", "link", "self"}
# Who is a grown-up without business with 2B or with club K: another school's teacher, the editor, the operator.
OUTSIDE = ("V", "TB", "ED", "AD")


def rows(path: Path, key: str) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return {line[key]: line for line in csv.DictReader(file)}


def texts(of: object, name: str, above: tuple[str, ...] = ()) -> Iterator[str]:
    """Every place for text in an argument, as a path."""
    named = get_named_type(of)
    if named.name == "String":
        yield name
    elif is_input_object_type(named) and named.name not in above:
        for field, argument in named.fields.items():
            yield from texts(argument.type, f"{name}.{field}", (*above, named.name))


def places_for_text() -> set[str]:
    mutations = schema.graphql_schema.mutation_type.fields
    return {
        f"{name}.{place}"
        for name, field in mutations.items()
        for argument, declared in field.args.items()
        for place in texts(declared.type, argument)
    }


def test_pr_05_of_every_text_it_is_written_down_whom_it_reaches():
    declared = rows(TABLE, "field")
    assert set(declared) == places_for_text()
    assert {row["reaches"] for row in declared.values()} == REACHES


def test_pr_05_words_to_one_learner_are_for_those_who_lead_them():
    allowed = rows(PERMISSIONS, "operation")
    to_one = {
        field.partition(".")[0] for field, row in rows(TABLE, "field").items() if row["reaches"] == "learner"
    }
    assert to_one == {
        "awardBadge", "acceptWork", "answerNotYet", "recogniseMembers", "printClaimCodes", "offerOnPaper",
        "acceptApplication",
        "askMoreOfApplication", "sayNotYetToApplication", "correctCredential", "revokeCredential", "decideStackReview",
    }  # fmt: skip
    for operation in to_one:
        assert {allowed[operation][role] for role in OUTSIDE} == {"no"}, operation
    assert not any(word in name.lower() for name in allowed for word in ("message", "comment", "chat"))


def test_pr_05_a_contact_is_asked_for_and_answered_without_a_word():
    about_contacts = {name for name in rows(PERMISSIONS, "operation") if "contact" in name.lower()}
    assert about_contacts == {"contacts", "contactFaces", "askContact", "answerContact", "removeContact"}
    assert not any(place.partition(".")[0] in about_contacts for place in places_for_text())


@pytest.mark.parametrize("who", ["leader", "teacher_b", "teacher_c"])
def test_pr_05_a_note_with_a_badge_reaches_members_alone(
    who: str, request: pytest.FixtureRequest, badge: Achievement, club: Group, pa1: User, class_1a: ClassOf
) -> None:
    """PA1 is not in club K: not even its leader can send them a badge with words."""
    adult = request.getfixturevalue(who)
    document = """mutation($g: ID!, $a: ID!, $u: [ID!]!, $n: String) {
      recogniseMembers(groupId: $g, achievementId: $a, userIds: $u, note: $n) { people errors { code } } }"""

    reply = ask(adult, document, g=club.pk, a=badge.pk, u=[pa1.pk], n="Napisz do mnie na prywatny numer")

    assert reply.code == "NOT_FOUND"
    assert not Credential.objects.filter(recipient=pa1).exists()
    assert not Delivery.objects.filter(recipient=pa1).exists()


def test_pr_05_an_event_invites_nobody_from_outside(leader: User, club: Group, of_club, pa1: User) -> None:
    document = (
        """mutation($g: ID!, $e: EventInput!) { planEvent(groupId: $g, event: $e) { errors { code } } }"""
    )
    event = {
        "title": "Tylko dla Ciebie",
        "startsAt": "2027-03-01T16:00:00+01:00",
        "endsAt": "2027-03-01T17:00:00+01:00",
        "visibility": "invited",
        "invitedUserIds": [str(pa1.pk)],
    }
    foreign, made_up = ask(leader, document, g=club.pk, e=event), {**event, "invitedUserIds": [str(uuid4())]}

    assert foreign.code is not None
    assert foreign.body == ask(leader, document, g=club.pk, e=made_up).body
    assert not Delivery.objects.filter(recipient=pa1).exists()


def test_pr_05_who_only_asked_to_join_hears_nothing_but_the_answer() -> None:
    """The leader sees a name and two buttons; what the student reads is a fixed sentence."""
    mutation = schema.graphql_schema.mutation_type.fields["decideJoin"]
    assert {name for name in mutation.args if name != "key"} == {"requestId", "accept"}
    mutation = schema.graphql_schema.mutation_type.fields["askToJoin"]
    assert {name for name in mutation.args if name != "key"} == {"groupId"}
