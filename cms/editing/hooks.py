"""Registers this package with Wagtail (imported by `cms.wagtail_hooks`)."""

from __future__ import annotations

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, re_path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet

from cms.editing import exports  # noqa: F401
from cms.editing.approval import (
    approval_button,
    approval_button_in_the_header,
    ask_for_approval,
    say_ask_for_approval,
)
from cms.editing.films import FilmViewSet
from cms.editing.guide import guide, picture
from cms.editing.menus import MenuViewSet
from cms.editing.messages import MessageViewSet
from cms.editing.views import faults

register_snippet(FilmViewSet)
register_snippet(MenuViewSet)
hooks.register("register_page_listing_more_buttons", approval_button)
hooks.register("construct_page_action_menu", say_ask_for_approval)
hooks.register("register_page_header_buttons", approval_button_in_the_header)


@hooks.register("register_admin_viewset")
def messages_of_visitors() -> MessageViewSet:
    return MessageViewSet()


@hooks.register("insert_global_admin_css")
def styles_for_phones() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin.css"))


@hooks.register("register_admin_urls")
def addresses_in_the_admin() -> list[URLPattern]:
    return [
        path("reports/faults/", faults, name="cms-faults"),
        path("pages/<int:page_id>/ask/", ask_for_approval, name="cms-ask-for-approval"),
        path("guide/", guide, name="cms-guide"),
        re_path(r"^guide/editors-(?P<name>[a-z]+)\.png$", picture, name="cms-guide-picture"),
    ]


@hooks.register("construct_help_menu")
def help_of_our_own(request: HttpRequest, items: list[MenuItem]) -> None:
    """Our guide in the place of Wagtail's, which stands on another site, in English, and tells of another admin."""
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]
    items.insert(0, MenuItem(_("Guide for editors"), reverse("cms-guide"), name="guide", icon_name="help"))


class FaultsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(
            page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"])
        )


@hooks.register("register_reports_menu_item")
def faults_in_the_reports() -> MenuItem:
    return FaultsItem(
        _("Links and pictures"), reverse("cms-faults"), name="faults", icon_name="link", order=50
    )
