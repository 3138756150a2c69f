"""The editors' admin without what the portal keeps elsewhere: accounts, rights, sites, files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.models import Page

from cms.desk.parts import PARTS, Part
from cms.editing import hooks as editing_hooks  # noqa: F401
from cms.figures import hooks as figures_hooks  # noqa: F401
from cms.reserved import RESERVED_WORDS

# The portal's own search of the help neither counts what was sought nor recommends pages.
CLOSED_ADDRESS = "/cms/searchpicks/"
CLOSED_ITEMS = frozenset({"users", "groups", "sites", "workflows", "workflow-tasks", "documents"})
SAFE_ACCOUNT_PANELS = frozenset({"password", "locale", "theme"})
FRONT_PAGE_DEPTH = 2


@hooks.register("construct_main_menu")
@hooks.register("construct_settings_menu")
@hooks.register("construct_reports_menu")
def leave_out_closed_parts(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [
        item
        for item in items
        if item.name not in CLOSED_ITEMS and not str(item.url).startswith(CLOSED_ADDRESS)
    ]
    # A coordinator comes for the desk; the admin's other pages would only turn them away.
    if not request.user.has_perm("wagtailadmin.access_admin"):
        items[:] = [item for item in items if item.name == "desk" or item.name.startswith("desk-")]


@hooks.register("construct_homepage_summary_items")
def count_no_documents(request: HttpRequest, items: list[Any]) -> None:
    """The admin's front page would lead to the files that are closed."""
    items[:] = [item for item in items if not isinstance(item, DocumentsSummaryItem)]


class DeskItem(MenuItem):
    """A part of the desk, shown to whom its page lets in."""

    def __init__(self, part: Part, order: int) -> None:
        name = f"desk-{part.name}"
        super().__init__(part.label, part.address, name=name, icon_name=part.icon, order=order)
        self._part = part

    def is_shown(self, request: HttpRequest) -> bool:
        return self._part.policy.user_has_permission(request.user, self._part.action)


@hooks.register("register_admin_menu_item")
def desk() -> MenuItem:
    """Schools, issuers, reports, what has happened, self-check, look: for the operator and for coordinators."""
    items = [DeskItem(part, order) for order, part in enumerate(PARTS)]
    label = gettext_lazy("Back office")
    return SubmenuMenuItem(label, Menu(items=items), name="desk", icon_name="clipboard-list", order=900)


@hooks.register("before_copy_page")
def refuse_reserved_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail asks a page about its address only when it is edited; a copy brings a new one too."""
    if request.method == "POST" and request.POST.get("new_slug") in RESERVED_WORDS:
        messages.error(request, _("The portal itself uses this address. Choose another word."))
        return redirect("wagtailadmin_pages:copy", page.pk)
    return None


@hooks.register("before_move_page")
def refuse_reserved_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    if destination.depth == FRONT_PAGE_DEPTH and page.slug in RESERVED_WORDS:
        messages.error(request, _("The portal itself uses this address. Choose another word."))
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
