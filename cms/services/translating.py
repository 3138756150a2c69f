"""Bringing the sentences of a translation into its page, as a version that nobody sees before it is approved.

wagtail-localize keeps translated sentences beside the page and writes them into it when somebody publishes. Its way of
saving a draft writes into the published row, so here the page is put together without saving and kept as a revision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation

from people.models import User


@dataclass(frozen=True)
class TranslationState:
    """How far a translation is: sentences there are, those still missing, and when it comes out with its source."""

    sentences: int
    missing: int
    comes_out_at: datetime | None


def translation_of(page: Page) -> Translation | None:
    """The translation that makes `page`, unless the page is written by itself."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    return found.select_related("source", "target_locale").first()


def has_newer_words(page: Page) -> bool:
    """Whether a sentence was translated, or taken over from the source, since the last version of the page."""
    translation = translation_of(page)
    if translation is None or page.latest_revision is None:
        return False
    source, locale = translation.source, translation.target_locale
    since = page.latest_revision.created_at
    return bool(
        source.last_updated_at > since
        or source.stringsegment_set.get_translations(locale).filter(updated_at__gt=since).exists()
        or source.overridablesegment_set.get_overrides(locale).filter(updated_at__gt=since).exists()
    )


def state_of(translation: Translation) -> TranslationState:
    # The short name in the address is no sentence; it may stay.
    segments = translation.source.stringsegment_set.exclude(context__path="slug")
    missing = segments.annotate_translation(translation.target_locale).filter(translation=None)
    return TranslationState(segments.count(), missing.count(), _hour(translation)[0])


def keep_newest_words(translation: Translation, user: User) -> Page:
    """A new version of the page with every sentence as it is translated now; what is missing stays in the source's
    language. It comes out, and goes, together with its source.

    Raises `ValidationError` when the page would not be sound, for example at an address that is taken.
    """
    page: Page = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    page.go_live_at, page.expire_at = _hour(translation)
    page.save_revision(user=user)
    return page


def _hour(translation: Translation) -> tuple[datetime | None, datetime | None]:
    """When the source, as last saved, comes out (if that is still to come) and goes."""
    source: Page = translation.source.get_source_instance().get_latest_revision_as_object()
    begins = source.go_live_at
    return begins if begins is not None and begins > timezone.now() else None, source.expire_at
