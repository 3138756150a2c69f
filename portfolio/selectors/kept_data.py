"""What one reads about the data that is kept of oneself, and the archive of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone

from core.access import visible
from people.data_map import kept_rows
from people.enums import AccountKind, KeptTopic
from people.models import User
from people.selectors.groups import school_names_of
from portfolio.models import DataArchive


@dataclass(frozen=True)
class Topic:
    code: str
    label: str


@dataclass(frozen=True)
class KeptData:
    """`ask` are the schools that answer for the account; empty when the operator does."""

    topics: tuple[Topic, ...]
    archive: DataArchive | None
    ask: tuple[str, ...]


@visible(DataArchive)
def archives_visible_to(user: User | AnonymousUser) -> QuerySet[DataArchive]:
    """One's own, while they are kept."""
    if user.is_anonymous or not user.is_active:
        return DataArchive.objects.none()
    over = DataArchive.objects.over(timezone.now())
    return DataArchive.objects.filter(person=user).exclude(pk__in=over.values("pk"))


def kept_data(user: User) -> KeptData:
    """Two queries at most."""
    known = {one.topic for one in kept_rows()}
    return KeptData(
        topics=tuple(Topic(topic.value, str(topic.label)) for topic in KeptTopic if topic in known),
        archive=archives_visible_to(user).order_by("-asked_at", "id").first(),
        ask=tuple(school_names_of(user)) if user.kind == AccountKind.SCHOOL_MANAGED else (),
    )
