"""The first pages in three languages, as visitors meet them."""

import re

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail.rich_text import RichText

from cms.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "language", "words"),
    [
        ("/", "pl", "Odznaki, które zostają z Tobą"),
        ("/en/", "en", "Badges that stay with you"),
        ("/uk/", "uk", "Бейджі, які залишаються з тобою"),
        ("/jak-to-dziala/", "pl", "Nauczyciel tworzy klasę"),
        ("/en/how-it-works/", "en", "The teacher makes a class"),
        ("/uk/pryvatnist-dlia-tebe/", "uk", "Що ви про мене знаєте?"),
    ],
)
def test_every_language_has_its_address(pages, client, path, language, words):
    answer = client.get(path, headers={"accept-language": "de"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in text
    assert words in text
    assert answer["Content-Language"] == language
    # Whoever does not read the page finds their language before all its other links.
    assert text.index('class="language-switch"') < text.index('class="footer-groups"')


def test_a_page_names_its_translations(pages, client):
    text = client.get("/en/how-it-works/").content.decode()
    for language, path in (
        ("pl", "/jak-to-dziala/"),
        ("uk", "/uk/yak-tse-pratsiuie/"),
        ("en", "/en/how-it-works/"),
    ):
        assert f'hreflang="{language}" href="{settings.PUBLIC_URL}{path}"' in text


#: Of the technical conditions of the minister (version 2.0 of 31 July 2024); the last ones where there is something.
ALWAYS = [
    "deklaracja",
    "wstep",
    "podmiot",
    "url",
    "data-publikacja",
    "data-aktualizacja",
    "status",
    "data-sporzadzenie",
    "data-przeglad",
    "wykonawca-badania",
    "kontakt",
    "osoba",
    "procedura",
    "architektura",
    "opis-architektury",
]
IF_SAID = {
    "tresci-niedostepne": ("gaps", "<p>Mapa</p>"),
    "wylaczenia": ("exemptions", "<p>Film z 2019 roku</p>"),
    "ocena": ("burden", "https://szkola.example/analiza"),
    "audytor": ("auditor", "Fundacja"),
    "email": ("email", "sekretariat@szkola.example"),
    "telefon": ("phone", "22 123 45 67"),
    "aplikacje": ("apps", "<p>Aplikacja</p>"),
}


def ids_of(text):
    return [one.removeprefix("a11y-") for one in re.findall(r'id="(a11y-[a-z-]+)"', text)]


@pytest.mark.parametrize("path", ["/deklaracja-dostepnosci/", "/en/accessibility/", "/uk/dostupnist/"])
def test_the_declaration_has_the_parts_the_law_asks_for(pages, client, path):
    text = client.get(path).content.decode()
    assert sorted(ids_of(text)) == sorted([*ALWAYS, "tresci-niedostepne"])
    dates = re.findall(r'<time id="a11y-data-[a-z]+" datetime="2026-11-21">', text)
    assert len(dates) == 4


def test_the_declaration_says_all_that_an_operator_wrote_in_it(pages, client):
    page = StandardPage.objects.get(slug="deklaracja-dostepnosci")
    value = page.body[0].value
    for name, words in IF_SAID.values():
        value[name] = RichText(words) if words.startswith("<p>") else words
    page.save_revision().publish()
    text = client.get("/deklaracja-dostepnosci/").content.decode()
    assert sorted(ids_of(text)) == sorted([*ALWAYS, *IF_SAID])
    assert '<a id="a11y-email" href="mailto:sekretariat@szkola.example">' in text


@pytest.mark.parametrize("word", ["app", "cms", "verify", "sign-in", "s", "en", "catalogue"])
def test_a_page_cannot_take_an_address_of_the_portal(pages, word):
    home = HomePage.objects.get(locale__language_code="pl")
    page = StandardPage(title="Moja strona", lead="O czymś.", slug=word, locale=home.locale)
    with pytest.raises(ValidationError) as refused:
        home.add_child(instance=page)
    assert "slug" in refused.value.message_dict


def test_a_deeper_page_may_use_the_word(pages):
    page = StandardPage.objects.get(slug="dla-szkol")
    page.add_child(instance=StandardPage(title="Rady", lead="O radach.", slug="events", locale=page.locale))
    assert page.get_children().get().url.endswith("/dla-szkol/events/")


def test_the_sitemap_names_public_pages_only(pages, client, pa1):
    hidden = StandardPage.objects.get(slug="dla-szkol")
    hidden.unpublish()
    text = client.get("/sitemap.xml").content.decode()
    assert f"<loc>{settings.PUBLIC_URL}/uk/dostupnist/</loc>" in text
    assert "/dla-szkol/" not in text
    assert str(pa1.pk) not in text
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /app/" in robots
    assert f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml" in robots


def test_the_footer_leads_to_the_declaration_and_forgets_when_a_page_changes(pages, client):
    assert 'href="/deklaracja-dostepnosci/"' in client.get("/").content.decode()
    StandardPage.objects.get(slug="deklaracja-dostepnosci").unpublish()
    assert 'href="/deklaracja-dostepnosci/"' not in client.get("/").content.decode()


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_tx_01_what_an_editor_types_is_shown_as_text(pages, client, payload):
    home = HomePage.objects.get(locale__language_code="pl")
    body = [
        ("heading", payload),
        ("quote", {"text": payload, "who": payload}),
        ("steps", {"steps": [{"title": payload, "text": payload, "page": None}] * 2}),
        ("call", {"text": payload, "label": payload[:40], "page": None, "address": "/verify/"}),
    ]
    page = StandardPage(
        title=payload, lead=payload, slug="proba", body=body, locale=home.locale, show_in_menus=True
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    for path in ("/proba/", "/", "/sitemap.xml"):
        text = client.get(path).content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
