"""Factories with plausible defaults. The cast everybody knows is in `conftest.py`."""

from __future__ import annotations

from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from classroom.models import SchoolClass
from clubs.models import Club
from credentials.models import Achievement, AchievementVersion, Issuer
from events.grid import cell_of
from events.models import Event, Place
from paths.models import LearningPath, Section, Step
from people.enums import AccountKind, GroupKind, Role, SchoolType
from people.models import Group, Membership, School, User
from portfolio.models import PresentationPage


def three(text: str) -> dict[str, str]:
    """The same words in three languages, told apart by a mark."""
    return {"pl": text, "en": f"{text} (en)", "uk": f"{text} (uk)"}


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person-{n}")
    given_name = "Ola"
    family_name = factory.Sequence(lambda n: f"Nowak-{n}")


class StudentFactory(UserFactory):
    kind = AccountKind.SCHOOL_MANAGED
    born_on = date(2009, 3, 1)


class GroupFactory(DjangoModelFactory):
    class Meta:
        model = Group

    kind = GroupKind.CLUB
    name = factory.Sequence(lambda n: f"Grupa {n}")


class SchoolFactory(DjangoModelFactory):
    class Meta:
        model = School

    name = factory.Sequence(lambda n: f"Szkoła {n}")
    slug = factory.Sequence(lambda n: f"szkola-{n}")
    type = SchoolType.LO
    register_number = factory.Sequence(lambda n: f"99{n:04d}")
    town = "Przykładowo"
    group = factory.SubFactory(GroupFactory, kind=GroupKind.SCHOOL, name=factory.SelfAttribute("..name"))


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    group = factory.SubFactory(GroupFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.STUDENT


class SchoolClassFactory(DjangoModelFactory):
    """`SchoolClassFactory(school=…, name="2B", teacher=…, students=3)` makes the group and its people too."""

    class Meta:
        model = SchoolClass

    class Params:
        school = factory.SubFactory(SchoolFactory)
        name = "2B"

    group = factory.LazyAttribute(
        lambda o: GroupFactory(kind=GroupKind.SCHOOL_CLASS, name=o.name, parent=o.school.group)
    )
    school_year = 2026


class IssuerFactory(DjangoModelFactory):
    class Meta:
        model = Issuer

    slug = factory.Sequence(lambda n: f"wydawca-{n}")
    name = factory.LazyAttribute(lambda o: three(o.slug))
    standing = "accredited"
    quality_assurance = factory.LazyAttribute(lambda o: three("Rada pedagogiczna"))


class AchievementFactory(DjangoModelFactory):
    """A published digital badge with one version."""

    class Meta:
        model = Achievement
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"odznaka-{n}")
    kind = "digital_badge"
    issuer = factory.SubFactory(IssuerFactory)

    @factory.post_generation
    def version(
        self: Achievement, create: bool, extracted: dict[str, object] | None, **fields: object
    ) -> None:
        if not create:
            return
        usual = {
            "number": 1,
            "published_at": timezone.now(),
            "digest": "0" * 64,
            "name": three(f"Odznaka {self.slug}"),
            "description": three("Za dobrą robotę"),
            "art": {"shape": "rosette", "palette": "indigo", "symbol": "star", "ribbon": "none"},
            "art_alt": three("Rozeta z gwiazdą"),
            "learning_outcomes": [{"id": "o1", "text": three("Umie"), "criteria": [three("pokazuje")]}],
        }
        version = AchievementVersion.objects.create(
            achievement=self, **{**usual, **(extracted or {}), **fields}
        )
        self.current_version = version
        self.save(update_fields=["current_version"])


class LearningPathFactory(DjangoModelFactory):
    class Meta:
        model = LearningPath
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"sciezka-{n}")
    title = factory.LazyAttribute(lambda o: three(o.slug))
    description = factory.LazyAttribute(lambda o: three("Opis"))
    school_types = ["LO"]

    @factory.post_generation
    def section(self: LearningPath, create: bool, extracted: object, **kwargs: object) -> None:
        if create:
            Section.objects.create(path=self, key="s", position=1, title=three("Część"))


class StepFactory(DjangoModelFactory):
    """One step at the end of a path; `section` is the path's first."""

    class Meta:
        model = Step

    path = factory.SubFactory(LearningPathFactory)
    section = factory.LazyAttribute(lambda o: o.path.sections.get())
    position = factory.Sequence(lambda n: n + 1)
    key = factory.LazyAttribute(lambda o: f"s{o.position}")
    kind = "task"
    title = factory.LazyAttribute(lambda o: three(f"Krok {o.position}"))
    description = factory.LazyAttribute(lambda o: three("Zrób to"))
    why = factory.LazyAttribute(lambda o: three("Bo warto"))
    example = factory.LazyAttribute(lambda o: three("Zdjęcie plakatu"))
    evidence_kinds = ["text", "link", "photo"]


class PlaceFactory(DjangoModelFactory):
    class Meta:
        model = Place

    name = "Dom Kultury"
    address = "ul. Krótka 1"
    town = "Ełk"
    voivodeship = "warmińsko-mazurskie"
    lat = 53.8235
    lon = 22.36


class EventFactory(DjangoModelFactory):
    """An announced meeting tomorrow for two hours; `group` hosts it, nobody does by default (a portal's event)."""

    class Meta:
        model = Event
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"wydarzenie-{n}")
    kind = "meeting"
    title = factory.LazyAttribute(lambda o: three(f"Spotkanie {o.slug}"))
    visibility = "group"
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=1))
    ends_at = factory.LazyAttribute(lambda o: o.starts_at + timedelta(hours=2))
    published_at = factory.LazyFunction(timezone.now)
    town = factory.LazyAttribute(lambda o: o.place.town if o.place else "")
    voivodeship = factory.LazyAttribute(lambda o: o.place.voivodeship if o.place else "")
    lat = factory.LazyAttribute(lambda o: o.place.lat if o.place else None)
    lon = factory.LazyAttribute(lambda o: o.place.lon if o.place else None)
    cell = factory.LazyAttribute(lambda o: cell_of(o.lat, o.lon) if o.lat is not None else None)
    place = None


class ClubFactory(DjangoModelFactory):
    """A club inside the safe limits; `parent=…` is the school or organisation that vouches."""

    class Meta:
        model = Club

    class Params:
        name = factory.Sequence(lambda n: f"Klub {n}")
        parent = None

    group = factory.LazyAttribute(lambda o: GroupFactory(kind=GroupKind.CLUB, name=o.name, parent=o.parent))
    slug = factory.LazyAttribute(lambda o: f"klub-{o.group.pk.hex[:12]}")
    purpose = "Robimy razem potrzebne rzeczy"


class PresentationPageFactory(DjangoModelFactory):
    """A page with words and no badges, that nobody sees yet."""

    class Meta:
        model = PresentationPage

    owner = factory.SubFactory(StudentFactory)
    label = "Na studia"
    headline = "Debaty i petycje"
