"""Opening a presentation page to whom the learner gives its link, counting who came, and taking it down."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from credentials.enums import ShownName
from credentials.selectors.sharing_age import decides_alone
from people.audiences import for_user
from people.enums import ConsentPurpose
from people.models import User
from people.services.consents import lapse
from portfolio.domain_events import PresentationChanged, PresentationOpened, PresentationWithdrawn
from portfolio.enums import PageState
from portfolio.models import PresentationPage
from portfolio.presentation_links import digest_of, secret_of
from portfolio.selectors.presentations import check_not_empty, may_be_shown


@transaction.atomic
def open_page(page: PresentationPage, *, now: datetime) -> PresentationPage:
    """Give the page a link, always a new one; a page that is open keeps the one it has.

    Raises Refusal NEEDS_GUARDIAN below 16 without a guardian's word about this very page, NOTHING_TO_SHOW or
    NICKNAME_MISSING.
    """
    page = PresentationPage.objects.select_for_update(of=("self",)).select_related("owner").get(pk=page.pk)
    if page.state(now) == PageState.OPEN:
        return page
    if page.hidden_at is not None:
        raise Refusal(
            "REPORTED", _("Somebody reported this page. A person looks at it; until then it stays closed.")
        )
    if page.shown_name == ShownName.NICKNAME and not page.owner.nickname:
        raise Refusal(
            "NICKNAME_MISSING", _("You have no nickname yet. Choose one in your settings."), "shown_name"
        )
    check_not_empty(page)
    if not may_be_shown(page, now):
        raise Refusal(
            "NEEDS_GUARDIAN", _("Below 16 a guardian agrees to the page first. Ask them with the link.")
        )
    page.link = uuid4()
    page.digest = digest_of(secret_of(page.pk, page.link))
    page.expires_at = now + timedelta(days=page.days)
    page.withdrawn_at = None
    page.views = 0
    page.save(update_fields=["link", "digest", "expires_at", "withdrawn_at", "views"])
    emit(PresentationOpened(page_id=page.pk), actor=page.owner, audience=for_user(page.owner_id))
    return page


@transaction.atomic
def withdraw_page(page: PresentationPage, *, now: datetime) -> PresentationPage:
    """Take the page down: its link is dead at once and for good. A second time changes nothing."""
    if close_link(page, now=now):
        emit(PresentationWithdrawn(page_id=page.pk), actor=page.owner, audience=for_user(page.owner_id))
    page.refresh_from_db()
    return page


def close_link(page: PresentationPage, *, now: datetime) -> bool:
    """Forget the link, without a word to anybody. Answers whether there was one."""
    ended = PresentationPage.objects.filter(pk=page.pk, digest__isnull=False).update(
        digest=None, withdrawn_at=now
    )
    if ended:
        page.digest, page.withdrawn_at = None, now
    return bool(ended)


def ask_again(page: PresentationPage, *, now: datetime) -> None:
    """Below 16 a guardian's word was about what stood on the page: when that changes, it closes until they agree again.
    Expects the owner selected.
    """
    if not decides_alone(page.owner, now):
        lapse(page.owner, ConsentPurpose.PRESENTATION, page.pk)
        close_link(page, now=now)


@transaction.atomic
def called_otherwise(person: User, *, now: datetime) -> None:
    """Pages that name their owner by the nickname say something else from now on."""
    pages = PresentationPage.objects.select_for_update(of=("self",)).select_related("owner")
    for page in pages.filter(owner=person, shown_name=ShownName.NICKNAME):
        ask_again(page, now=now)
        emit(PresentationChanged(page_id=page.pk), actor=page.owner, audience=for_user(page.owner_id))


def count_view(page_id: UUID) -> None:
    """Somebody has opened the page. Nothing about them is kept."""
    PresentationPage.objects.filter(pk=page_id).update(views=F("views") + 1)
