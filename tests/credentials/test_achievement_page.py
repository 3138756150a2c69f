"""The page of an achievement: all that the description standard holds, where to earn it, for what it counts, who has it."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from credentials.services.awarding import award
from credentials.services.issuing import issue_batch
from events.models import AttendanceRule
from tests.factories import (
    AchievementFactory,
    ClubFactory,
    EventFactory,
    IssuerFactory,
    LearningPathFactory,
    MembershipFactory,
    StepFactory,
    StudentFactory,
    three,
)

pytestmark = pytest.mark.django_db
CLUB_ART = {"shape": "tag", "palette": "indigo", "symbol": "star", "ribbon": "none"}


@pytest.fixture
def issuer(school_a):
    return IssuerFactory(slug="lo-a", name=three("Liceum"), group=school_a.group)


@pytest.fixture
def debate(issuer):
    return AchievementFactory(
        slug="debata", issuer=issuer,
        version={
            "tags": ["debata"], "ects": 1, "school_types": ["LO"], "team_evidence": True, "workload_hours": "4.5",
            "validity_months": 36, "framework_reference": {"pqf": 4, "eqf": 4, "status": "indicative"},
            "activities": [{"name": three("Warsztat"), "type": "course", "description": three("Ćwiczenia"), "date": "2027-03-01", "place": "Ełk", "organiser": "Dom Kultury", "conditions": three("Zapisy"), "link": "https://example.org/w"}],
        },
    )  # fmt: skip


def linked(text):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])


def hold(debate, group, teacher, how_many):
    students = [StudentFactory() for _ in range(how_many)]
    for student in students:
        MembershipFactory(group=group, user=student)
    awarded = award(debate, students, actor=teacher, group=group)
    issue_batch(awarded.batch, now=timezone.now() + timedelta(minutes=11))


def test_all_that_the_description_holds_is_there(client, debate):
    text = client.get("/achievements/debata/v1").content.decode()
    for words in ("Warsztat", "Ćwiczenia", "Zapisy", "2027-03-01", "Ełk", "Dom Kultury", "https://example.org/w",
                  "ECTS", "4,5 godz.", "36 miesięcy", "Liceum ogólnokształcące", "PQF 4", "debata", "Umie", "pokazuje"):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize(
    ("how_many", "words"), [(4, None), (5, "Co najmniej 5 osób"), (12, "Co najmniej 10 osób")]
)
def test_how_many_have_it_is_told_in_bands_and_never_below_five(
    client, debate, class_2b, teacher, how_many, words
):
    hold(debate, class_2b.group, teacher, how_many)
    text = client.get("/achievements/debata/v1").content.decode()
    assert re.findall(r"Co najmniej \d+ osób", text) == ([words] if words else [])


def test_it_says_where_to_earn_it_and_only_what_is_public(client, debate, school_a):
    path = LearningPathFactory(slug="jawna", title=three("Jawna ścieżka"), visibility="public")
    hidden = LearningPathFactory(slug="tajna", title=three("Kanarek ścieżka"))
    for one in (path, hidden):
        StepFactory(path=one, achievement=debate)
    event = EventFactory(slug="turniej", title=three("Turniej debat"), visibility="public")
    event.related_badges.add(debate)
    EventFactory(title=three("Kanarek spotkanie")).related_badges.add(debate)
    called_off = EventFactory(
        title=three("Kanarek odwołany"), visibility="public", cancelled_at=timezone.now()
    )
    called_off.related_badges.add(debate)
    text = client.get("/achievements/debata/v1").content.decode()
    assert '<a href="/paths/jawna/">Jawna ścieżka</a>' in text
    assert '<a href="/events/turniej">Turniej debat</a>' in text
    assert "Kanarek" not in text


def test_a_club_badge_leads_to_its_club_when_the_club_may_be_found(client, school_a):
    club = ClubFactory(name="Klub Rozmów", parent=school_a.group, listed=True)
    badge = AchievementFactory(
        slug="klubowa", kind="club_badge", issuer=None, club=club.group, version={"art": CLUB_ART}
    )
    assert (
        f'<a href="/clubs/{club.slug}/">Klub Rozmów</a>'
        in client.get("/achievements/klubowa/v1").content.decode()
    )
    club.listed = False
    club.save()
    text = client.get(f"/achievements/{badge.slug}/v1").content.decode()
    assert f"/clubs/{club.slug}/" not in text


def test_it_says_what_it_counts_for(client, debate, issuer):
    AchievementFactory(
        slug="calosc",
        issuer=issuer,
        kind="microcredential",
        version={"name": three("Całość"), "requires": {"min_of": {"count": 1, "badges": ["debata", "inna"]}}},
    )
    AchievementFactory(
        slug="wycofana",
        issuer=issuer,
        withdrawn_at=timezone.now(),
        version={"name": three("Kanarek"), "requires": {"all_of": ["debata"]}},
    )
    text = client.get("/achievements/debata/v1").content.decode()
    assert '<a href="/achievements/calosc/">Całość</a>' in text
    assert "Kanarek" not in text
    # The other way round too: a part leads to its page, one that nobody published is a name alone.
    whole = client.get("/achievements/calosc/v1").content.decode()
    parts = whole[
        whole.index('class="badge-links"') : whole.index("</ul>", whole.index('class="badge-links"'))
    ]
    assert re.findall(r'href="([^"]+)"', parts) == ["/achievements/debata/"]
    assert parts.count("<li>") == 2
    assert "Dowolna z tych odznak:" in whole


def test_machines_read_a_credential_of_schema_org(client, debate):
    text = client.get("/achievements/debata/v1", headers={"Accept-Language": "en"}).content.decode()
    data = linked(text)
    assert data["@type"] == "EducationalOccupationalCredential"
    assert data["name"] == "Odznaka debata (en)"
    assert (data["timeRequired"], data["validFor"], data["isAccessibleForFree"]) == ("PT4H30M", "P36M", True)
    assert data["publisher"] == {
        "@type": "Organization",
        "name": "Liceum (en)",
        "url": "http://localhost:8000/issuers/lo-a/",
    }
    assert data["educationalLevel"]["name"] == "PQF 4 / EQF 4 (indicative)"
    assert data["competencyRequired"] == [
        {"@type": "DefinedTerm", "name": "Umie (en)", "description": "pokazuje (en)"}
    ]
    assert 'property="og:image" content="http://localhost:8000/achievements/debata/v1/picture.png"' in text


def test_tx_01_words_cannot_leave_their_place(client, issuer):
    hostile = "</script><script>alert(1)</script>"
    activity = {
        "name": three(hostile),
        "type": "course",
        "description": three("x"),
        "link": "javascript:alert(1)",
    }
    AchievementFactory(
        slug="zle",
        issuer=issuer,
        version={"name": three(hostile), "activities": [activity], "tags": [hostile]},
    )
    text = client.get("/achievements/zle/v1").content.decode()
    assert hostile not in text
    assert "javascript:" not in text
    assert linked(text)["name"] == hostile


def test_the_page_costs_the_same_however_many_have_it(client, debate, class_2b, teacher):
    AttendanceRule.objects.create(
        event=EventFactory(visibility="public"),
        achievement=debate,
        group=class_2b.group,
        count_from=timezone.now(),
    )
    client.get("/achievements/debata/v1")
    with CaptureQueriesContext(connection) as before:
        client.get("/achievements/debata/v1")
    hold(debate, class_2b.group, teacher, 12)
    for _number in range(3):
        StepFactory(path=LearningPathFactory(visibility="public"), achievement=debate)
    with CaptureQueriesContext(connection) as after:
        client.get("/achievements/debata/v1")
    # The version, the paths, the events, its applications, who endorses it, how many have it.
    assert (len(before), len(after)) == (6, 6)
