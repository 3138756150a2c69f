"""Menus in the admin, a set for each language."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.models import Menu
from cms.subscribers import forget_footers


class MenuViewSet(SnippetViewSet):
    model = Menu
    icon = "list-ul"
    menu_label = _("Menus")
    menu_name = "site-menus"
    menu_order = 310
    add_to_admin_menu = True
    list_display = ("__str__", "locale")


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def show_changed_menu(request: HttpRequest, instance: Any) -> None:
    if isinstance(instance, Menu):
        forget_footers(Menu)


@hooks.register("after_delete_snippet")
def leave_deleted_menu_out(request: HttpRequest, instances: list[Any]) -> None:
    if any(isinstance(instance, Menu) for instance in instances):
        forget_footers(Menu)
