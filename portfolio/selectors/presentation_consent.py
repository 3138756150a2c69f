"""What a guardian agrees to: one page with all that stands on it, in the words of the reader's language."""

from __future__ import annotations

from textwrap import shorten
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.refusals import Refusal
from core.translated import in_language
from credentials.enums import EvidenceKind
from credentials.selectors.sharing_age import decides_alone
from people import consent_texts
from people.enums import ConsentPurpose
from people.models import User
from portfolio.models import PresentationPage
from portfolio.selectors.presentations import (
    check_not_empty,
    name_as,
    said_on,
    showable,
    showable_evidence,
)
from portfolio.selectors.profile import languages_of

# Letters of each piece of work that the text quotes, so that the whole stays readable.
GLIMPSE = 60


def presentation_text(subject: User, about: UUID | None) -> str:
    """Raises Refusal CONSENT_NOT_NEEDED from 16 on, and for a page that is not the subject's; NOTHING_TO_SHOW for one
    that is still empty.
    """
    page = PresentationPage.objects.filter(pk=about, owner=subject).first() if about else None
    if page is None or decides_alone(subject, timezone.now()):
        raise Refusal("CONSENT_NOT_NEEDED", gettext_lazy("Nobody has to agree to this."), "about_id")
    # Whatever is added later ends the consent, so of an empty page it would be about nothing at all.
    check_not_empty(page)
    name = subject.given_name or subject.public_name
    lines = [
        _("I agree that %(name)s shows one page about themselves to people outside the school: “%(label)s”.")
        % {"name": name, "label": page.label},
        "",
        _("The page calls its owner: %(shown)s") % {"shown": name_as(subject, page.shown_name)},
        *_contents(page),
        "",
        ngettext(
            "The page opens by a secret link that %(name)s gives to whom they choose, for %(days)d day at most. "
            "Search engines do not find it.",
            "The page opens by a secret link that %(name)s gives to whom they choose, for %(days)d days at most. "
            "Search engines do not find it.",
            page.days,
        )
        % {"name": name, "days": page.days},
        _(
            "If anything on the page changes, it closes until you agree again. You can take your consent back with "
            "this link: the page closes at once."
        ),
    ]
    return "\n".join(lines)


def _contents(page: PresentationPage) -> list[str]:
    badges = [
        in_language(one.version.name)
        for one in showable(page.owner).filter(presented__page=page).select_related("version")[:100]
    ]
    chosen = page.presented.values_list("credential_id", flat=True)
    works = showable_evidence(page.owner, chosen).filter(pk__in=page.evidence.values("pk"))
    said = (page.headline, page.about, *(one.text for one in said_on(page)))
    lines = [_("Badges: %(badges)s") % {"badges": ", ".join(badges)}] if badges else []
    lines += [
        _("Own work (%(kind)s): %(beginning)s")
        % {
            "kind": EvidenceKind(one.kind).label,
            "beginning": shorten(one.text or one.url or "–", GLIMPSE, placeholder=" …"),
        }
        for one in works
    ]
    if page.with_languages:
        spoken = ", ".join(f"{one.name} ({one.level_label})" for one in languages_of(page.owner))
        lines.append(_("Languages: %(languages)s") % {"languages": spoken or "–"})
    lines += [_("In their own words: “%(words)s”") % {"words": one} for one in said if one]
    return lines


consent_texts.register(ConsentPurpose.PRESENTATION, presentation_text)
