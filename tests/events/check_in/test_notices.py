"""Calm lines: a card that was scanned at a door, a late claim that was decided."""

from datetime import timedelta

import pytest
from django.utils import timezone

from classroom.selectors.student_homes import student_home
from core.refusals import RefusedAndTold
from events.services import late_claims, personal_codes
from people.services.cards import issue_cards

pytestmark = pytest.mark.django_db


def lines_of(user) -> list[str]:
    return [notice.line for notice in student_home(user).notices]


def test_the_owner_of_a_card_reads_that_it_was_scanned(meeting, class_2b, teacher, pa1, pa2):
    card = issue_cards(class_2b.group, [pa1], actor=teacher)[0]
    with pytest.raises(RefusedAndTold):
        personal_codes.person_of(f"/s/{card.token}", timezone.now(), event=meeting, actor=teacher)

    (line,) = lines_of(pa1)
    assert line.startswith("Na wydarzeniu zeskanowano Twoją kartę logowania.")
    assert lines_of(pa2) == []


@pytest.mark.parametrize(("accept", "words"), [(True, "Jesteś już na liście"), (False, "Nie dodano Cię")])
def test_who_claimed_reads_the_answer(meeting, teacher, pa1, at, accept, words):
    at(meeting.ends_at + timedelta(hours=1))
    claim = late_claims.claim_late(meeting, pa1, "", now=timezone.now())
    late_claims.decide_late_claim(claim, accept=accept, actor=teacher, now=timezone.now())

    (line,) = lines_of(pa1)
    assert line.startswith(words)
    assert meeting.title["pl"] in line
