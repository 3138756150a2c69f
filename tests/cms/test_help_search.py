"""The help finds an answer however the word is inflected, with and without its marks."""

import pytest

from cms.models import HelpIndexPage
from tests.cms.page_factories import home

pytestmark = pytest.mark.django_db


def asked(client, language, question):
    index = HelpIndexPage.objects.child_of(home(language)).get()
    return client.get(index.path_here, {"q": question}).context["found"]


@pytest.mark.parametrize(
    ("language", "question", "first"),
    [
        ("pl", "kartą", "Jak się zalogować kartą?"),
        ("pl", "zgubilem karte", "Nie mam karty albo ją zgubiłam lub zgubiłem"),
        ("pl", "ZASIĘGU", "Nie mam zasięgu"),
        ("pl", "wycofac zgode", "Jak wycofać zgodę?"),
        ("pl", "strona na studia", "Jak zrobić stronę o sobie?"),
        ("pl", "wydarzenia", "Jak zapisać się na wydarzenie?"),
        ("en", "sharing badges", "How do I show somebody a badge?"),
        ("en", "forgot pin", "I forgot my PIN"),
        ("uk", "карткою", "Як увійти за карткою?"),
        ("uk", "здати роботу", "Як здати роботу?"),
    ],
)
def test_the_first_answer_fits(pages, client, language, question, first):
    found = asked(client, language, question)
    assert first in [answer.question for answer in found][:3]


def test_an_answer_leads_to_its_place(pages, client):
    (best, *_rest) = asked(client, "pl", "zasięgu")
    text = client.get(best.address.partition("#")[0]).content.decode()
    assert f'id="{best.address.partition("#")[2]}"><summary>Nie mam zasięgu</summary>' in text


@pytest.mark.parametrize(
    "question", ["", "   ", "xyzzy", "%", '"', "OR AND NOT", "*" * 500, "<script>alert</script>"]
)
def test_what_cannot_be_found_is_said_calmly(pages, client, question):
    index = HelpIndexPage.objects.child_of(home("pl")).get()
    answer = client.get(index.path_here, {"q": question})
    assert answer.status_code == 200
    assert answer.context["found"] == []
    assert "<script>alert" not in answer.content.decode()


def test_another_language_is_not_searched(pages, client):
    assert asked(client, "en", "zasięgu") == []
