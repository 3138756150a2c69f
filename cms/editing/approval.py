"""Asking a second editor to approve a translation: Wagtail's own button stands only where a page is written afresh."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.action_menu import ActionMenuItem, SubmitForModerationMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.admin_header import header
from cms.services.translating import has_newer_words, keep_newest_words, state_of, translation_of
from people.models import User


def asks_for(page: Page, user: User) -> bool:
    """Who may change the page, while nobody was asked."""
    rights = page.permissions_for_user(user)
    return bool(rights.can_edit() and rights.can_submit_for_moderation())


def is_new(page: Page) -> bool:
    """Whether the page holds something that visitors do not see yet."""
    return bool(page.has_unpublished_changes or not page.live or has_newer_words(page))


def may_ask(page: Page, user: User) -> bool:
    return asks_for(page, user) and is_new(page)


def ask_for_approval(request: HttpRequest, page_id: int) -> HttpResponse:
    """A question, then the workflow begins: with a translation's newest sentences, else with what was last saved."""
    page = get_object_or_404(Page, pk=page_id).specific
    user: User = request.user  # type: ignore[assignment]
    if not asks_for(page, user):
        raise PermissionDenied
    back = redirect("wagtailadmin_explore", page.get_parent().pk)
    if not is_new(page):
        messages.warning(request, _("There is nothing new to approve on this page."))
        return back
    translation = translation_of(page)
    if request.method != "POST":
        state = state_of(translation) if translation else None
        bar = header(_("Ask for approval"), "check", (back.url, page.get_parent().get_admin_display_title()))
        shown = {"page": page, "state": state, "back": back.url} | bar
        return render(request, "cms/admin/ask_for_approval.html", shown)
    try:
        with transaction.atomic():
            if translation is not None:
                page = keep_newest_words(translation, user)
            page.get_workflow().start(page, user)
    except ValidationError as fault:
        messages.error(request, " ".join(fault.messages))
        return redirect("wagtailadmin_pages:edit", page.pk)
    title = page.get_admin_display_title()
    messages.success(request, _("Another editor can approve “%(title)s” now.") % {"title": title})
    return back


def approval_button(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    if may_ask(page, user):
        yield Button(
            gettext_lazy("Ask for approval"),
            reverse("cms-ask-for-approval", args=[page.pk]),
            icon_name="check",
            priority=15,
        )


def approval_button_in_the_header(
    page: Page, user: User, view_name: str = "", next_url: str | None = None
) -> Iterator[Button]:
    yield from approval_button(page, user, next_url)


class AskItem(SubmitForModerationMenuItem):
    """Wagtail's button would name the workflow, whose name is not translated."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | {"label": gettext_lazy("Ask for approval")}


def say_ask_for_approval(menu_items: list[ActionMenuItem], request: HttpRequest, context: Any) -> None:
    """In the place of Wagtail's own button under the form of a page."""
    menu_items[:] = [AskItem(item.order) if item.name == "action-submit" else item for item in menu_items]
