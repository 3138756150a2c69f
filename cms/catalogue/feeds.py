"""What is new in the catalogue, and which public events come next, for readers of feeds (RFC 4287, RSS 2.0)."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from cms.catalogue.describing.events import coming_events
from cms.catalogue.models import CatalogueEntry
from cms.catalogue.selectors import still_public
from core.portal_name import portal_name
from core.translated import in_language
from events.moments import when_in_words
from events.selectors.cards import organiser_of

MOST_ITEMS = 50
FORMS: dict[str, type[SyndicationFeed]] = {"atom": Atom1Feed, "rss": Rss201rev2Feed}


def feed_of_catalogue(form: str) -> SyndicationFeed:
    """The newest badges, microcredentials, paths and clubs in the active language. One statement."""
    feed = _feed(form, "catalogue", _("New in the catalogue"), "/catalogue/")
    rows = CatalogueEntry.objects.filter(still_public()).exclude(kind="event").order_by("-published_at", "pk")
    for entry in rows.only("object_id", "path", "title", "summary", "by", "published_at")[:MOST_ITEMS]:
        address = f"{settings.PUBLIC_URL}{entry.path}"
        feed.add_item(
            title=in_language(entry.title), link=address, unique_id=address, description=in_language(entry.summary),
            author_name=in_language(entry.by) or None, pubdate=entry.published_at, updateddate=entry.published_at,
        )  # fmt: skip
    return feed


def feed_of_events(form: str) -> SyndicationFeed:
    """The next public events in the active language. One statement."""
    feed = _feed(form, "events", _("Events"), "/events/")
    for event in coming_events().order_by("starts_at", "pk")[:MOST_ITEMS]:
        address = f"{settings.PUBLIC_URL}/events/{event.slug}"
        lines = (when_in_words(event.starts_at, event.ends_at), event.town, in_language(event.description))
        feed.add_item(
            title=in_language(event.title), link=address, unique_id=address,
            description=" · ".join(filter(None, lines)), author_name=organiser_of(event) or None,
            pubdate=event.published_at, updateddate=event.changed_at,
        )  # fmt: skip
    return feed


def _feed(form: str, name: str, title: str, path: str) -> SyndicationFeed:
    language = translation.get_language() or settings.LANGUAGE_CODE
    own = f"{settings.PUBLIC_URL}/feeds/{name}.{form}?lang={language}"
    return FORMS[form](
        title=f"{portal_name()}: {title}", link=f"{settings.PUBLIC_URL}{path}", description=title, language=language,
        feed_url=own, feed_guid=f"{settings.PUBLIC_URL}/feeds/{name}",
    )  # fmt: skip
