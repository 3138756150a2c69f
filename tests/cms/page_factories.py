"""A factory for each type of page. `parent` is where it grows; by default it is out for everybody to see."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from PIL import Image as Drawing
from wagtail.models import Page

from cms.models import (
    ArticlePage,
    ContactPage,
    Film,
    GlossaryPage,
    HelpIndexPage,
    HelpPage,
    HomePage,
    LandingPage,
    Menu,
    NewsIndexPage,
    Picture,
    StandardPage,
)


def home(language: str) -> HomePage:
    return HomePage.objects.get(locale__language_code=language)


class PageFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    title = factory.Sequence(lambda n: f"Strona {n}")
    slug = factory.Sequence(lambda n: f"strona-{n}")
    lead = "O czym jest ta strona."

    @classmethod
    def _create(
        cls, model: type[Page], *args: Any, parent: Page, published: bool = True, **fields: Any
    ) -> Page:
        parent = Page.objects.get(pk=parent.pk).specific
        page = parent.add_child(instance=model(**{"locale": parent.locale, "live": published} | fields))
        revision = page.save_revision()
        if published:
            revision.publish()
        return model.objects.get(pk=page.pk)


class HomePageFactory(PageFactory):
    """Of another tree than the three that the portal begins with: `parent` is the root."""

    class Meta:
        model = HomePage


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage


class LandingPageFactory(PageFactory):
    class Meta:
        model = LandingPage

    kicker = "Pilotaż 2026/2027"
    voivodeship = "mazowieckie"
    starts_on = date(2026, 9, 1)
    ends_on = date(2027, 6, 25)


class NewsIndexPageFactory(PageFactory):
    class Meta:
        model = NewsIndexPage


class ArticlePageFactory(PageFactory):
    class Meta:
        model = ArticlePage

    dated = date(2026, 11, 2)


class HelpIndexPageFactory(PageFactory):
    class Meta:
        model = HelpIndexPage


class HelpPageFactory(PageFactory):
    class Meta:
        model = HelpPage


class GlossaryPageFactory(PageFactory):
    class Meta:
        model = GlossaryPage


class ContactPageFactory(PageFactory):
    class Meta:
        model = ContactPage

    thanks = "Odpowiemy w tydzień."


class MenuFactory(DjangoModelFactory):
    class Meta:
        model = Menu


class PictureFactory(DjangoModelFactory):
    class Meta:
        model = Picture

    title = "Rynek"
    description = "Rynek w sobotę rano"
    author = "Anna Nowak"
    rights = "cc-by"
    source = "https://example.org/rynek"
    people = "nobody"

    @factory.lazy_attribute
    def file(self) -> ContentFile:
        drawn = BytesIO()
        Drawing.new("RGB", (640, 360), "#3f37c9").save(drawn, "PNG")
        return ContentFile(drawn.getvalue(), "rynek.png")


SAMPLES = Path(__file__).parent / "samples"
CAPTIONS = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nGłosujemy.\n"


class FilmFactory(DjangoModelFactory):
    """Three seconds of a test picture with a tone, made by ffmpeg; read and checked as the admin does it."""

    class Meta:
        model = Film

    title = "Głosowanie"
    poster = factory.SubFactory(PictureFactory)
    author = "Klasa 2B"
    rights = "own"
    people = "nobody"
    spoken = "pl"
    captions_pl = CAPTIONS

    @factory.lazy_attribute
    def file(self) -> ContentFile:
        return ContentFile((SAMPLES / "vote.mp4").read_bytes(), "vote.mp4")

    @classmethod
    def _create(cls, model: type[Film], *args: Any, **fields: Any) -> Film:
        film = model(**fields)
        film.full_clean()
        film.save()
        return film
