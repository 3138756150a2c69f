"""Choices of what editors fill in."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PictureRights(TextChoices):
    OWN = "own", _("made by us: the portal, the school, the club")
    PERMISSION = "permission", _("the author agreed in writing")
    CC0 = "cc0", _("free of rights (CC0 or public domain)")
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"

    @property
    def is_open_licence(self) -> bool:
        """Open, but on conditions: the author, the licence and the source have to be named."""
        return self in (PictureRights.CC_BY, PictureRights.CC_BY_SA)

    @property
    def credit(self) -> str:
        """What the licence wants to stand beside the author's name."""
        return str(self.label) if self.is_open_licence else ""


class PeopleShown(TextChoices):
    NOBODY = "nobody", _("nobody can be recognised")
    AGREED = "agreed", _("everybody who can be recognised agreed")


class FilmKind(TextChoices):
    MP4 = "mp4", "MP4"
    WEBM = "webm", "WebM"

    @property
    def content_type(self) -> str:
        return f"video/{self.value}"


class Spoken(TextChoices):
    """What is spoken in a film: a language of the portal, another one, or nothing."""

    POLISH = "pl", _("Polish")
    ENGLISH = "en", _("English")
    UKRAINIAN = "uk", _("Ukrainian")
    OTHER = "other", _("another language")
    NOTHING = "nothing", _("nothing is said")


class Figure(TextChoices):
    """What the portal counts about itself. Never a person, never a group of fewer than five."""

    BADGES = "badges", _("digital badges")
    MICROCREDENTIALS = "micro", _("microcredentials")
    HELD = "held", _("awarded badges")
    PATHS = "paths", _("public paths")
    CLUBS = "clubs", _("clubs that can be found")
    EVENTS = "events", _("coming events")
    ISSUERS = "issuers", _("accredited issuers")
