"""Looking for words minds no capitals, in every alphabet and on both databases."""

import pytest
from django.db.models import F

from people.models import School
from tests.factories import IssuerFactory, SchoolFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("łódź", True),
        ("ŁÓDŹ", True),
        ("Łódź", True),
        ("школа", True),
        ("100%", True),
        ("100_", False),
        ("łodz", False),
    ],
)
def test_words_are_found_whatever_their_capitals(words, finds):
    SchoolFactory(name="LO nr 100% w mieście Łódź, ШКОЛА")
    assert School.objects.filter(name__icontains=words).exists() is finds


def test_words_of_another_column_are_found_whatever_their_capitals():
    SchoolFactory(name="Liceum w ŁODZI", town="Łodzi")
    SchoolFactory(name="Liceum w Ełku", town="Łodzi")
    assert [one.name for one in School.objects.filter(name__icontains=F("town"))] == ["Liceum w ŁODZI"]


def test_an_issuer_is_found_by_its_own_name_in_any_language(client, operator):
    """Its name stands in JSON; a group of another name, or none, says nothing about it."""
    IssuerFactory(slug="most", name={"pl": "Śląskie Koło", "en": "Circle of Silesia"}, group=None)
    client.force_login(operator)
    for words in ("śląskie", "ŚLĄSKIE", "silesia"):
        assert "Śląskie Koło" in client.get("/cms/desk/issuers/", {"q": words}).content.decode()
    assert "Śląskie Koło" not in client.get("/cms/desk/issuers/", {"q": "mazowsze"}).content.decode()
