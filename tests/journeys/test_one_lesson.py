"""One lesson over the wire: a class from a pasted list, thirty students, a path, work, badges, a credential.

On SQLite in one process, and on PostgreSQL and Redis in two: the teacher speaks to one, the students to the other.
"""

from __future__ import annotations

import json
import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from credentials.open_badges.verification import verify
from tests.journeys import documents as d
from tests.journeys.conftest import House
from tests.journeys.persons import Person, printed_cards
from tests.phones import Phone
from tests.servers import ROOT

pytestmark = pytest.mark.live

LIST = (ROOT / "content" / "rosters" / "2c-pasted.txt").read_text(encoding="utf-8")


def wait_for(what, seconds: float = 20):
    """What `what()` answers once it is true."""
    deadline = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.2)
    return found


def test_one_lesson(house: House):
    # The teacher makes 2C from a pasted list of thirty and opens sign-in.
    teacher = Person(house.first.base_url)
    teacher.sign_in_by_name("teacher")
    school = teacher.ask(d.ME)["schools"][0]["id"]
    made = teacher.ask(d.CREATE_CLASS, schoolId=school, name="2C", students=LIST)
    assert (made["students"], made["errors"]) == (30, [])
    group = made["groupId"]
    cards = printed_cards(teacher.submit(f"/classes/{group}/cards/").text)
    assert len(cards) == 30

    # A card alone does not sign in on a new device; with the PIN it does, and while sign-in is open it does too.
    ola = Person(house.second.base_url)
    name, code, pin = cards[0]
    assert "sessionid" not in Person(house.second.base_url).submit("/sign-in/", code=code).cookies
    ola.sign_in_by_code(code, pin)
    teacher.ask(d.OPEN_SIGN_IN, groupId=group)
    others = []
    for _name, code, _pin in cards[1:4]:
        person = Person(house.second.base_url)
        person.sign_in_by_code(code)
        others.append(person)
    assert [person.ask(d.ME)["role"] for person in (ola, *others)] == ["student"] * 4

    # The path appears on the phones at once.
    with Phone(house.second.ws_url, ola.cookie) as phone:
        path = next(
            p for p in teacher.ask(d.ASSIGNABLE, groupId=group) if p["title"] == "Cztery działania i projekt"
        )
        due = (timezone.localdate() + timedelta(days=60)).isoformat()
        assigned = teacher.ask(d.ASSIGN, groupId=group, pathId=path["id"], dueOn=due)
        assert (assigned["people"], assigned["errors"]) == (30, [])
        assert "paths.PathAssigned" in phone.facts(1.0)
    mine = ola.ask(d.MY_PATHS)
    assert [(p["title"], p["done"], p["of"]) for p in mine] == [("Cztery działania i projekt", 0, 11)]
    enrollment = mine[0]["enrollmentId"]
    quest = ola.ask(d.QUEST_MAP, id=enrollment)
    assert len(quest["sections"]) == 4
    choice = next(s for section in quest["sections"] for s in section["steps"] if s["kind"] == "choice")

    # Ola chooses, agrees the topic, hands in; the teacher hears of it and accepts.
    step = ola.ask(d.STEP, enrollmentId=enrollment, stepId=choice["id"])
    assert step["whoSees"].startswith("Tę pracę widzicie tylko Ty")
    debate = next(c["achievement"] for c in step["choices"] if c["achievement"]["slug"] == "debata")
    on_step = {"enrollmentId": enrollment, "stepId": choice["id"]}
    with Phone(house.first.ws_url, teacher.cookie) as board:
        assert ola.ask(d.CHOOSE, **on_step, achievementId=debate["id"])["errors"] == []
        assert ola.ask(d.PROPOSE, **on_step, topic="Czy głos od 16 lat?")["errors"] == []
        assert "paths.TopicProposed" in board.facts(1.0)
        waiting = teacher.ask(d.TO_REVIEW, groupId=group)
        assert [(i["studentName"], i["topic"]) for i in waiting["items"]] == [(name, "Czy głos od 16 lat?")]
        work = waiting["items"][0]["submissionId"]
        assert teacher.ask(d.AGREE, submissionId=work)["errors"] == []
        evidence = [{"kind": "text", "text": "Moja karta argumentów"}]
        assert ola.ask(d.HAND_IN, **on_step, evidence=evidence)["errors"] == []
        assert "paths.WorkHandedIn" in board.facts(1.0)
    with Phone(house.second.ws_url, ola.cookie) as phone:
        accepted = teacher.ask(d.ACCEPT, submissionId=work, note="Świetne pytania do drugiej strony.")
        assert accepted["errors"] == []
        heard = phone.facts(1.0)
        assert "paths.StepCompleted" in heard
        assert "credentials.CredentialsAwarded" in heard
    home = ola.ask(d.STUDENT_HOME)
    assert [(b["name"], b["note"]) for b in home["celebrations"]] == [
        ("Debatuję z szacunkiem", "Świetne pytania do drugiej strony.")
    ]

    # A badge for the whole class but one, taken back within the ten minutes.
    screen = teacher.ask(d.AWARD_SCREEN, groupId=group)
    petition = next(b for b in screen["all"] if b["slug"] == "petycja")
    everybody = [c["studentId"] for c in screen["candidates"]]
    awarded = teacher.ask(d.AWARD, groupId=group, achievementId=petition["id"], studentIds=everybody[1:])
    assert (awarded["people"], awarded["errors"]) == (29, [])
    assert wait_for(lambda: others[0].ask(d.STUDENT_HOME)["badgeCount"]) == 1
    assert teacher.ask(d.UNDO, batchId=awarded["batchId"])["errors"] == []
    after = others[0].ask(d.STUDENT_HOME)
    assert (after["badgeCount"], len(after["notices"])) == (0, 1)

    # Signed now, the badge is a credential that can be verified; nobody sees it until Ola shares it.
    assert teacher.ask(d.RELEASE, batchId=accepted["batchId"])["errors"] == []
    badge = wait_for(lambda: next((b for b in ola.ask(d.MY_BADGES)["items"] if b["signed"]), None))
    address = f"/credentials/{badge['id']}"
    visitor = Person(house.second.base_url)
    assert visitor.get(f"{address}.json").status_code == 404
    assert ola.ask(d.SHARE, credentialId=badge["id"])["errors"][0]["code"] == "SHARE_NEEDS_GUARDIAN"

    student = next(
        s
        for s in teacher.ask(d.ROSTER, groupId=group)["students"]
        if f"{s['givenName']} {s['familyName']}" == name
    )
    names = {"givenName": student["givenName"], "familyName": student["familyName"]}
    assert (
        teacher.ask(d.RENAME, groupId=group, studentId=student["id"], **names, bornOn="2008-01-15")["errors"]
        == []
    )
    shared = ola.ask(d.SHARE, credentialId=badge["id"])
    assert shared["errors"] == []
    page = visitor.http.get(shared["url"].replace(house.second.base_url, house.first.base_url), timeout=30)
    assert page.status_code == 200
    assert name not in page.text
    key = shared["url"].split("?", 1)[1]
    document = visitor.get(f"{address}.json?{key}").content
    verdict = verify(
        document,
        resolve_did=lambda did: visitor.get("/issuers/lo-przykladowo/did.json").json(),
        fetch_status=lambda url: visitor.get("/status/" + url.rsplit("/", 1)[1]).content,
        known_issuer=lambda issuer: True,
        now=timezone.now(),
    )
    assert (verdict.overall, verdict.still_valid.reason) == ("valid", "")
    assert json.loads(document)["credentialSubject"]["achievement"]["name"] == "Debatuję z szacunkiem"

    # A removed student hears nothing more (AC-08); the badge stays theirs.
    with Phone(house.second.ws_url, ola.cookie) as phone:
        assert teacher.ask(d.REMOVE, groupId=group, studentId=student["id"])["errors"] == []
        assert phone.closed_with()[0] == 4403
    assert ola.ask(d.MY_PATHS) == []
    assert [b["name"] for b in ola.ask(d.MY_BADGES)["items"]] == ["Debatuję z szacunkiem"]


# What is asked of the demo school's catalogue; the first titles, and how many things match. A best match is weighed by
# each database in its own way, so of those the titles are sorted.
ASKED = {
    "q=debatami": (
        ["Debata bez kłótni", "Debatuję z szacunkiem", *["Turniej debat oksfordzkich szkół"] * 4],
        6,
    ),
    "q=historie&kind=digital_badge": (["Dbam o pamięć", "Zapisuję historię mówioną"], 2),
    "kind=digital_badge&field=memory&order=name": (["Dbam o pamięć", "Zapisuję historię mówioną"], 2),
    "q=wolontariacie&order=shortest": (["Wolontariat lokalny"], 20),
    "q=krokodylami": ([], 0),
}


def test_a_visitor_finds_the_same_in_the_catalogue_of_both_databases(house: House):
    visitor = Person(house.second.base_url)
    found = {}
    for question in ASKED:
        page = visitor.get(f"/catalogue/?{question}").text
        titles = re.findall(r'<h2><a href="[^"]+">([^<]+)</a>', page)
        (matches,) = re.findall(r'<p role="status"><strong>(\d+) ', page)
        found[question] = (titles if "order=" in question else sorted(titles), int(matches))
    assert found == ASKED
