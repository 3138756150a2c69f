"""Films of the editors' own: kept here, shown by this portal alone, with captions for who cannot hear them."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from cms.enums import FilmKind, Spoken
from cms.films.captions import clean_captions
from cms.films.form import FilmForm
from cms.films.reading import take_film
from cms.models.rights import WithRights

FOLDER = "films"
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def place_of(film: Film, name: str) -> str:
    """A name that nobody guesses and that says nothing; another file has another one."""
    return f"{FOLDER}/{uuid4().hex}.{film.kind}"


class Film(WithRights):
    """One film with its poster and captions (WebVTT, a text for each language; empty where there is none)."""

    title = models.CharField(_("title"), max_length=120, help_text=_("For you; the page has its own."))
    file = models.FileField(_("file"), upload_to=place_of, max_length=60)
    poster = models.ForeignKey(
        "cms.Picture",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture before it starts"),
    )
    spoken = models.CharField(_("what is spoken in it"), max_length=8, choices=Spoken)
    captions_pl = models.TextField(_("captions in Polish"), blank=True)
    captions_en = models.TextField(_("captions in English"), blank=True)
    captions_uk = models.TextField(_("captions in Ukrainian"), blank=True)
    kind = models.CharField(max_length=4, choices=FilmKind, editable=False)
    seconds = models.PositiveIntegerField(default=0, editable=False)
    added_at = models.DateTimeField(auto_now_add=True)

    base_form_class = FilmForm
    panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("file"),
        FieldPanel("poster"),
        MultiFieldPanel(
            [FieldPanel("author"), FieldPanel("rights"), FieldPanel("source"), FieldPanel("people")],
            heading=_("Rights"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("spoken"),
                *(
                    FieldPanel(name)
                    for code in LANGUAGES
                    for name in (f"captions_file_{code}", f"captions_{code}")
                ),
            ],
            heading=_("Captions"),
        ),
    ]

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.file and not getattr(self.file, "_committed", True):
            try:
                taken = take_film(self.file.file, self.file.size)
            except ValidationError as error:
                raise ValidationError({"file": error}) from error
            self.kind, self.seconds = taken.kind, taken.seconds
        for code in LANGUAGES:
            name = f"captions_{code}"
            try:
                setattr(self, name, clean_captions(getattr(self, name)))
            except ValidationError as error:
                raise ValidationError({name: error}) from error
        self._ask_for_captions()

    def _ask_for_captions(self) -> None:
        """WCAG 2.2, 1.2.2: whoever cannot hear what is said reads it at the moment it is said."""
        needed = self.spoken if self.spoken in LANGUAGES else ""
        enough = self.captions_in(needed) if needed else self.captions
        if self.spoken != Spoken.NOTHING and not enough:
            text = _("Whoever cannot hear the film needs captions in the language that is spoken.")
            raise ValidationError({f"captions_{needed or LANGUAGES[0]}": text}, code="captions")

    def captions_in(self, language: str) -> str:
        """As WebVTT; empty where there are none."""
        return str(getattr(self, f"captions_{language}", ""))

    @property
    def captions(self) -> list[str]:
        """The languages that have captions."""
        return [code for code in LANGUAGES if self.captions_in(code)]

    @property
    def address(self) -> str:
        """The path of the film itself."""
        return f"{settings.MEDIA_URL}{self.file.name}"

    def captions_address(self, language: str) -> str:
        return f"{self.address.rsplit('.', 1)[0]}-{language}.vtt"
