"""`/catalogue/`: search in three languages, filters as plain links with counts, orders, pages; only what is public."""

import re
from urllib.parse import parse_qsl

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clubs.models import Club
from cms.catalogue import selectors
from cms.catalogue.asking import asked_from
from cms.catalogue.links import links_of
from cms.catalogue.models import CatalogueEntry, Combination
from cms.catalogue.selectors import catalogue_list
from cms.catalogue.services.indexing import rebuild
from credentials.models import Achievement, AchievementVersion
from tests.cms.catalogue.conftest import CANARY
from tests.factories import AchievementFactory, three

pytestmark = pytest.mark.django_db


def titles(client, query="", language="pl"):
    answer = client.get(f"/catalogue/{query}", headers={"Accept-Language": language})
    assert answer.status_code == 200
    return re.findall(r'<h2><a href="[^"]+"(?: lang="\w+")?>([^<]+)</a>', answer.content.decode())


def test_everything_public_stands_in_the_list_in_the_order_of_its_kinds(client, shown):
    assert titles(client) == [
        "Zespołowy projekt obywatelski", "Mój głos w gminie", "Debatuję z szacunkiem", "Przyjaciel żółwi", "Klub Żółwi",
        "Liceum Ogólnokształcące", "Rajd rowerowy",
    ]  # fmt: skip


def test_pr_01_nothing_hidden_withdrawn_unvouched_or_private_is_found(client, shown):
    for query in (
        "",
        "?q=kanarek",
        "?kind=event",
        "?kind=club",
        "?kind=club_badge",
        "?order=newest",
        "?order=name",
    ):
        assert CANARY not in client.get(f"/catalogue/{query}").content.decode()
    assert not any(CANARY in str(title) for title in CatalogueEntry.objects.values_list("title", flat=True))


@pytest.mark.parametrize(
    ("question", "language", "found"),
    [
        ("debaty", "pl", "Debatuję z szacunkiem"),
        ("DEBATAMI", "pl", "Debatuję z szacunkiem"),
        ("debating", "en", "Respectful debater"),
        ("дебатами", "uk", "Веду дебати з повагою"),
        ("zolwiami", "pl", "Przyjaciel żółwi"),
        ("gminach", "pl", "Mój głos w gminie"),
        ("lodzi", "pl", "Rajd rowerowy"),
        ("rowerowego rajdu", "pl", "Rajd rowerowy"),
        # The name of a field, which nothing of it says itself.
        ("przyroda", "pl", "Klub Żółwi"),
        ("природа", "uk", "Klub Żółwi"),
    ],
)
def test_words_are_found_inflected_and_without_marks(client, shown, question, language, found):
    assert found in titles(client, f"?q={question}", language)


def test_a_title_answers_better_than_a_description(client, shown):
    AchievementFactory(
        slug="inna",
        issuer=shown.issuer,
        version={"name": three("Aaa"), "description": three("Po każdej debacie sprzątam")},
    )
    rebuild()
    assert (
        titles(client, "?q=debata")
        == ["Debatuję z szacunkiem", "Aaa", "Mój głos w gminie"][: len(titles(client, "?q=debata"))]
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?kind=microcredential", ["Zespołowy projekt obywatelski"]),
        ("?kind=path", ["Mój głos w gminie"]),
        ("?price=paid", ["Zespołowy projekt obywatelski"]),
        ("?workload=short", ["Mój głos w gminie", "Debatuję z szacunkiem"]),
        ("?form=in_person&kind=digital_badge", ["Debatuję z szacunkiem"]),
        ("?level=4", ["Zespołowy projekt obywatelski"]),
        ("?issuer=lo-a&kind=digital_badge", ["Debatuję z szacunkiem"]),
        ("?voivodeship=łódzkie", ["Rajd rowerowy"]),
        ("?language=uk&kind=club_badge", []),
        ("?accessible=yes", ["Zespołowy projekt obywatelski", "Klub Żółwi"]),
        ("?field=nature", ["Klub Żółwi"]),
        ("?field=government&price=free", ["Mój głos w gminie"]),
        ("?order=shortest", ["Mój głos w gminie", "Debatuję z szacunkiem", "Zespołowy projekt obywatelski"]),
        ("?kind=nonsense&price=--&level=99", None),
    ],
)
def test_filters_narrow_and_nonsense_is_left_out(client, shown, query, found):
    assert titles(client, query) == (titles(client) if found is None else found)


def test_a_filter_tells_how_much_is_left_and_can_be_taken_away(client, shown):
    text = client.get("/catalogue/?kind=digital_badge&price=free").content.decode()
    assert re.search(
        r'href="/catalogue/\?price=free" aria-current="true">Odznaki|aria-current="true">[^<]*<span class="finder-count">1<',
        text,
    )
    assert 'href="/catalogue/?kind=microcredential&amp;price=free"' not in text
    assert 'href="/catalogue/?kind=path&amp;price=free"' in text
    assert '<a class="chip" href="/catalogue/?kind=digital_badge">' in text


def test_where_nothing_fits_the_same_words_without_filters_are_one_tap_away(client, shown):
    text = client.get("/catalogue/?q=nic-takiego&kind=event").content.decode()
    assert "Nic nie pasuje" in text
    assert '<a class="button" href="/catalogue/?q=nic-takiego">Szukaj „nic-takiego” bez filtrów</a>' in text
    # Without filters there is nothing to leave out, and no row of kinds that says nought.
    bare = client.get("/catalogue/?q=nic-takiego").content.decode()
    assert "bez filtrów" not in bare
    assert "finder-kinds" not in bare.split("</head>")[1]


def test_names_stand_in_the_order_of_their_alphabet(client, shown):
    for name in ("Ćma", "Cytat", "Dąb", "Zorza", "Źródło", "Żaba"):
        AchievementFactory(issuer=shown.issuer, version={"name": {"pl": name}})
    rebuild()
    found = list(titles(client, "?order=name&kind=digital_badge"))
    assert found == ["Cytat", "Ćma", "Dąb", "Debatuję z szacunkiem", "Zorza", "Źródło", "Żaba"]


def test_what_was_hidden_a_moment_ago_is_gone_although_the_index_still_has_it(client, shown):
    Achievement.objects.filter(pk=shown.debate.pk).update(withdrawn_at="2026-11-22T08:00Z")
    Club.objects.filter(pk=shown.club.pk).update(listed=False)
    assert CatalogueEntry.objects.filter(object_id=shown.debate.pk).exists()
    found = titles(client)
    assert "Debatuję z szacunkiem" not in found
    assert "Klub Żółwi" not in found
    assert "Rajd rowerowy" in found


@pytest.mark.parametrize("query", ["", "?q=debata", "?q=debata&kind=digital_badge&order=name"])
def test_the_list_costs_five_statements_and_then_three(shown, query):
    """How many of each combination, the combinations, what is on the page, its entries, the issuers' names."""
    for number in range(2):
        asked = asked_from(dict(parse_qsl(query.removeprefix("?"))))
        with CaptureQueriesContext(connection) as first:
            catalogue_list(asked, 1)
        with CaptureQueriesContext(connection) as again:
            links_of(catalogue_list(asked, 1))
        assert (len(first), len(again)) == (5, 3)
        for more in range(30):
            AchievementFactory(issuer=shown.issuer, slug=f"wiecej-{number}-{more}")
        rebuild()


def test_pages_of_twenty_four(client, shown):
    for number in range(30):
        AchievementFactory(
            issuer=shown.issuer, slug=f"seria-{number:02}", version={"name": three(f"Seria {number:02}")}
        )
    rebuild()
    first = client.get("/catalogue/?kind=digital_badge").content.decode()
    assert first.count("achievement-card") == 24
    assert 'href="/catalogue/?kind=digital_badge&amp;page=2" rel="next"' in first
    assert len(titles(client, "?kind=digital_badge&page=2")) == 7
    assert client.get("/catalogue/?page=99").status_code == 404
    assert client.get("/catalogue/?page=²").status_code == 200
    assert len(first) < 60_000


def test_tx_01_hostile_words_are_words(client, shown):
    hostile = "<script>alert(1)</script>"
    AchievementFactory(
        issuer=shown.issuer, slug="zle", version={"name": three(hostile), "description": three("{{ 1 }}<b>")}
    )
    rebuild()
    for query in (
        "",
        "?q=%3Cscript%3Ealert(1)",
        "?q=%22%20OR%201%3D1%20--",
        "?q=%00",
        "?q=*",
        "?issuer=%22%3E%3Cb%3E",
        "?q=" + "a%20" * 400,
    ):
        text = client.get(f"/catalogue/{query}").content.decode()
        assert hostile not in text
        assert "<b>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in client.get("/catalogue/").content.decode()


def test_what_is_described_anew_is_counted_where_it_now_belongs(client, shown):
    """Also among the matches of words, which SQLite counts in a table of its own."""

    def counted(query: str) -> dict[str, int]:
        return dict(catalogue_list(asked_from(dict(parse_qsl(query))), 1).counts.by_value["workload"])

    assert counted("q=debatuje") == {"short": 1}
    now = shown.debate.current_version
    longer = AchievementVersion.objects.create(
        achievement=shown.debate, number=2, published_at=timezone.now(), workload_hours=12, name=now.name,
        description=now.description, art=now.art,
    )  # fmt: skip
    Achievement.objects.filter(pk=shown.debate.pk).update(current_version=longer)
    rebuild()
    assert counted("q=debatuje") == {"medium": 1}
    assert counted("") == {"medium": 1, "short": 1, "long": 1}
    assert titles(client, "?q=debatuje&workload=medium") == ["Debatuję z szacunkiem"]
    Achievement.objects.filter(pk=shown.debate.pk).update(withdrawn_at=timezone.now())
    rebuild()
    assert counted("q=debatuje") == {}
    assert counted("") == {"short": 1, "long": 1}


def test_things_alike_share_a_combination_that_stays_when_they_go(shown):
    before = set(Combination.objects.values_list("pk", flat=True))
    AchievementFactory(slug="taka-sama", issuer=shown.issuer, version=_like(shown.debate.current_version))
    rebuild()
    CatalogueEntry.objects.all().delete()
    rebuild()
    assert set(Combination.objects.values_list("pk", flat=True)) == before


def _like(version):
    names = ("name", "tags", "workload_hours", "participation_form")
    return {name: getattr(version, name) for name in names}


def test_of_very_many_matches_nobody_weighs_each(shown, monkeypatch):
    """Then they stand in the list's own order: badges before what is about the same, then by name."""
    for name in ("Aaa", "Zzz"):
        AchievementFactory(issuer=shown.issuer, version={"name": three(name), "description": three("debata")})
    rebuild()
    weighed = [card.title for card in catalogue_list(asked_from({"q": "debata"}), 1).cards]
    assert weighed.index("Debatuję z szacunkiem") < weighed.index("Aaa")
    monkeypatch.setattr(selectors, "MOST_WEIGHED", 1)
    listed = catalogue_list(asked_from({"q": "debata", "kind": "digital_badge"}), 1)
    assert [card.title for card in listed.cards] == ["Aaa", "Debatuję z szacunkiem", "Zzz"]


@pytest.mark.parametrize(("language", "words"), [("pl", "Szukaj"), ("en", "Search"), ("uk", "Шукати")])
def test_it_speaks_three_languages(client, shown, language, words):
    assert words in client.get("/catalogue/", headers={"Accept-Language": language}).content.decode()
