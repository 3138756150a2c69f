"""Every type of page in three languages: its words, its own language, one main heading, valid nesting."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.conf import settings
from wagtail.models import Page

from cms.models import HomePage, Menu, StandardPage
from cms.services.first_pages import KINDS
from tests.cms import page_factories
from tests.cms.page_factories import (
    ArticlePageFactory,
    ContactPageFactory,
    FilmFactory,
    GlossaryPageFactory,
    HelpIndexPageFactory,
    HelpPageFactory,
    LandingPageFactory,
    MenuFactory,
    NewsIndexPageFactory,
    PictureFactory,
    StandardPageFactory,
    home,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ["pl", "en", "uk"]
VOID = {"meta", "link", "img", "input", "br", "hr", "source", "track", "path", "circle", "use", "rect"}


class Nesting(HTMLParser):
    """Whether every element that was opened is closed, in order; no id twice, one main heading."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.headings = 0

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        self.headings += tag == "h1"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def check_html(text: str) -> None:
    nesting = Nesting()
    nesting.feed(text)
    assert nesting.faults == []
    assert nesting.open == []
    assert nesting.headings == 1
    assert len(nesting.ids) == len(set(nesting.ids))


def words_of(client, page, language):
    answer = client.get(page.path_here)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in text
    assert re.search(rf"<h1[^>]*>{re.escape(page.title)}</h1>", text)
    check_html(text)
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_first_page_is_whole_in_three_languages(pages, client, language):
    front = home(language)
    seen = [words_of(client, page, language) for page in [front, *front.get_descendants().live().specific()]]
    assert len(seen) == len(json.loads((settings.CONTENT / "pages.json").read_text())["pages"])


TYPES = sorted(
    (model for model in apps.get_models() if issubclass(model, Page) and model is not Page),
    key=lambda model: model.__name__,
)
FACTORIES = {
    found._meta.model: found
    for found in vars(page_factories).values()
    if isinstance(found, type) and issubclass(found, page_factories.PageFactory) and found._meta.model
}


def test_every_type_has_a_factory_and_an_example_among_the_first_pages():
    assert set(FACTORIES) == set(TYPES)
    assert set(KINDS.values()) == set(TYPES)


def grown(model, language):
    """A page of a type, below what it may stand below."""
    if model is HomePage:
        return home(language)
    above = model.allowed_parent_page_models()
    parent = home(language) if HomePage in above else grown(above[0], language)
    return FACTORIES[model](parent=parent)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_type_is_whole_in_three_languages(pages, client, model, language):
    page = grown(model, language)
    assert type(page) is model
    text = words_of(client, page, language)
    assert "application/ld+json" in text
    assert page.lead in unescape(text)


def test_another_front_page_is_made_by_its_factory(pages):
    page = page_factories.HomePageFactory(parent=Page.get_first_root_node(), locale=home("en").locale)
    assert page.get_parent().is_root()
    assert page.locale.language_code == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_with_every_block(pages, client, language):
    picture = PictureFactory()
    front = home(language)
    body = [
        ("heading", "Nagłówek"),
        ("text", "<p>Akapit</p>"),
        ("picture", {"image": picture, "alt": "", "ornament": False, "caption": "Podpis"}),
        ("quote", {"text": "Cytat", "who": "Ola"}),
        ("cards", {"cards": [{"title": "Karta", "text": "Tekst", "page": front}] * 2}),
        ("steps", {"steps": [{"title": "Krok", "text": "Tekst", "page": None}] * 2}),
        ("questions", {"questions": [{"question": "Dlaczego?", "answer": "<p>Bo tak.</p>"}]}),
        ("badges", {"title": "Rząd odznak", "slugs": ["debata"]}),
        ("path", {"slug": "nie-ma-takiej", "words": ""}),
        ("events", {"title": "Wydarzenia", "voivodeship": "opolskie", "how_many": 3}),
        ("figures", {"title": "W liczbach", "figures": ["held", "clubs"]}),
        ("news", {"title": "Najnowsze", "how_many": 3}),
        ("film", {"title": "Nasz film", "film": FilmFactory(), "transcript": "<p>Głosujemy.</p>"}),
        ("video", {"title": "Film", "picture": picture, "address": "https://film.example/1", "length": "3:20",
                   "transcript": "<p>Dzień dobry.</p>"}),
        ("call", {"text": "Zrób to", "label": "Teraz", "page": front, "address": ""}),
    ]  # fmt: skip
    assert {kind for kind, _value in body} == set(StandardPage.body.field.stream_block.child_blocks) - {
        "declaration"
    }
    text = words_of(client, StandardPageFactory(parent=front, body=body), language)
    assert 'alt="Rynek w sobotę rano"' in text
    assert "Podpis <small>Anna Nowak, CC BY 4.0</small>" in text
    assert f'<a class="button" href="{front.path_here}">Teraz</a>' in text
    # The film is a link: nothing of that site is loaded with the page.
    assert text.count("film.example/1") == 1
    assert "<iframe" not in text
    # Our own comes from here, when somebody starts it.
    assert text.count('<video controls preload="none"') == 1
    assert '<track kind="captions" src="/cms-media/films/' in text
    # Nobody holds anything and no club may be found here, so there is nothing to count.
    assert "W liczbach" not in text
    assert "nie-ma-takiej" not in text


@pytest.mark.parametrize(
    ("before", "level"), [([], 2), ([("heading", "Nagłówek")], 3), ([("text", "<h3>Śródtytuł</h3>")], 2)]
)
def test_headings_in_blocks_skip_no_level(pages, client, before, level):
    steps = ("steps", {"steps": [{"title": "Krok", "text": "Tekst", "page": None}] * 2})
    cards = ("cards", {"cards": [{"title": "Karta", "text": "Tekst", "page": None}] * 2})
    page = StandardPageFactory(
        parent=home("pl"), body=[*before, steps, cards, ("text", "<h3>Dalej</h3><h4>x</h4>")]
    )
    text = words_of(client, page, "pl")
    for words in ("Krok", "Karta", "Dalej"):
        assert f"<h{level}>{words}</h{level}>" in text
    assert f"<h{level + 1}>x</h{level + 1}>" in text


def linked(text):
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    return {node["@type"]: node for node in json.loads(block)["@graph"]}


def test_a_page_tells_machines_what_it_is_and_where_it_stands(pages, client):
    index = NewsIndexPageFactory(parent=home("pl"), title="Nowiny", slug="nowiny")
    page = ArticlePageFactory(
        parent=index, title="Debata </script><b>", signed="2B", picture=PictureFactory()
    )
    found = linked(client.get(page.path_here).content.decode())
    article = found["NewsArticle"]
    assert article["headline"] == "Debata </script><b>"
    assert article["datePublished"] == "2026-11-02"
    assert article["author"] == {"@type": "Organization", "name": "2B"}
    assert client.get(article["image"].removeprefix(settings.PUBLIC_URL)).getvalue()[:3] == b"\xff\xd8\xff"
    trail = found["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in trail] == [home("pl").title, "Nowiny", page.title]
    assert [step["item"].removeprefix(settings.PUBLIC_URL) for step in trail] == [
        "/",
        "/nowiny/",
        page.path_here,
    ]


def test_questions_are_told_as_plain_words(pages, client):
    question = {
        "question": "Gdzie?",
        "answer": "<p>W <b>szufladzie</b>.</p><ul><li>Albo</li><li>nie</li></ul>",
    }
    page = StandardPageFactory(parent=home("pl"), body=[("questions", {"questions": [question]})])
    [asked] = linked(client.get(page.path_here).content.decode())["FAQPage"]["mainEntity"]
    assert asked["name"] == "Gdzie?"
    assert asked["acceptedAnswer"] == {"@type": "Answer", "text": "W szufladzie. Albo nie"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_landing_page(pages, client, language):
    page = LandingPageFactory(
        parent=home(language),
        button=[("button", {"label": "Dołącz", "page": None, "address": "/verify/"})],
        partners=[("partners", {"title": "Partnerzy", "partners": [
            {"name": "Fundacja", "role": "Szkoli nauczycieli", "address": "https://fundacja.example/"}]})],
    )  # fmt: skip
    text = words_of(client, page, language)
    assert '<p class="kicker">Pilotaż 2026/2027</p>' in text
    assert "<dd>mazowieckie</dd>" in text
    assert '<a class="button" href="/verify/">Dołącz</a>' in text
    assert '<a href="https://fundacja.example/" rel="noopener">Fundacja</a>' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_news_with_its_feed(pages, client, language):
    index = NewsIndexPageFactory(parent=home(language))
    empty = words_of(client, index, language)
    assert 'href="/events/"' in empty
    for number in range(1, 15):
        ArticlePageFactory(
            parent=index,
            title=f"Wieść {number} <b>",
            slug=f"wiesc-{number}",
            picture=PictureFactory() if number == 14 else None,
        )
    text = words_of(client, index, language)
    assert text.count('class="news-card') == 12
    assert 'href="?page=2"' in text
    assert client.get(index.path_here, {"page": "2"}).content.decode().count('class="news-card') == 2
    answer = client.get(f"{index.path_here}feed/")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.content)
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == language
    assert len(feed.findall(f"{atom}entry")) == 14
    assert (
        feed.find(f"{atom}entry/{atom}link")
        .attrib["href"]
        .startswith(f"{settings.PUBLIC_URL}{index.path_here}wiesc-")
    )
    assert {entry.find(f"{atom}title").text for entry in feed.findall(f"{atom}entry")} >= {"Wieść 14 <b>"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article(pages, client, language):
    index = NewsIndexPageFactory(parent=home(language))
    page = ArticlePageFactory(parent=index, picture=PictureFactory(), signed="Klasa 2B")
    text = words_of(client, page, language)
    assert '<time datetime="2026-11-02">' in text
    assert 'alt="Rynek w sobotę rano"' in text
    # Its own picture alone: the square of the portal stands for pages without one.
    assert text.count('<meta property="og:image"') == 1
    assert "Klasa 2B" in text
    ArticlePageFactory(parent=index, title="Szkic", published=False)
    assert "Szkic" not in client.get(index.path_here).content.decode()
    assert "Szkic" not in client.get(f"{index.path_here}feed/").content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_help_page_and_its_index(pages, client, language):
    index = HelpIndexPageFactory(parent=home(language))
    assert "card-sunken" in words_of(client, index, language)
    topic = HelpPageFactory(
        parent=index,
        body=[
            (
                "questions",
                {"questions": [{"question": "Gdzie jest karta?", "answer": "<p>W szufladzie.</p>"}]},
            )
        ],
    )
    assert f'href="{topic.path_here}#q1"' in words_of(client, index, language)
    assert '<details id="q1">' in words_of(client, topic, language)


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("pl", ["cel", "ćma", "dom", "łan", "żal"]),
        ("en", ["act", "badge", "club"]),
        ("uk", ["ґанок", "дім", "єдність", "їжак"]),
    ],
)
def test_a_glossary_is_in_the_order_of_its_alphabet(pages, client, language, order):
    terms = [("term", {"term": word, "meaning": "<p>Znaczenie</p>"}) for word in reversed(order)]
    text = words_of(client, GlossaryPageFactory(parent=home(language), terms=terms), language)
    places = [text.index(f">{word}</dt>") for word in order]
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contact_page(pages, client, language):
    page = ContactPageFactory(
        parent=home(language), topics=[("topic", {"label": "Karta"}), ("topic", {"label": "Inne"})]
    )
    text = words_of(client, page, language)
    assert text.count('type="radio"') == 2
    assert 'name="stamp"' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_menu_stands_on_every_page_of_its_language(pages, client, language):
    Menu.objects.filter(locale__language_code=language).delete()
    MenuFactory(
        locale=home(language).locale,
        header=[("link", {"label": "Start tu", "page": home(language), "address": ""})],
        footer=[
            (
                "group",
                {"title": "Grupa", "links": [{"label": "Sprawdzanie", "page": None, "address": "/verify/"}]},
            )
        ],
        note="Kto prowadzi portal",
    )
    text = client.get("/catalogue/", headers={"accept-language": language}).content.decode()
    assert f'<a href="{home(language).path_here}">Start tu</a>' in text
    assert "<h2>Grupa</h2>" in text
    assert '<p class="footer-note">Kto prowadzi portal</p>' in text
    others = [code for code in LANGUAGES if code != language]
    for other in others:
        assert "Start tu" not in client.get(home(other).path_here).content.decode()
