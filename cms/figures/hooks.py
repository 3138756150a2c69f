"""The operator's figures in the editors' admin: an entry of the menu and its addresses."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.figures import views
from cms.figures.rules import SEE_PORTAL_FIGURES
from core.access import may


class FiguresItem(MenuItem):
    """Shown to who may read the figures of the whole portal."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may(request.user, SEE_PORTAL_FIGURES, None)


@hooks.register("register_admin_menu_item")
def figures_item() -> MenuItem:
    return FiguresItem(_("Figures"), "/cms/figures/", name="figures", icon_name="list-ol", order=910)


@hooks.register("register_admin_urls")
def figures_addresses() -> list[URLPattern]:
    return [
        path("figures/", views.of_portal, name="portal-figures"),
        path("figures.<str:form>", views.of_portal, name="portal-figures-file"),
    ]
