"""Addresses: a contract with scripts, wallets and printed codes (architecture.md §10)."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls

from core.graphql.view import GraphQLView
from portal.schema import kernel
from portal.views import app, languages

handler400 = "portal.views.errors.bad_request"
handler403 = "portal.views.errors.forbidden"
handler404 = "portal.views.errors.not_found"
handler500 = "portal.views.errors.server_error"

urlpatterns = [
    path("graphql/", GraphQLView.as_view(kernel=kernel), name="graphql"),
    path("favicon.ico", app.favicon, name="favicon"),
    path("language/", languages.choose_language, name="language"),
    path("app/sw.js", app.service_worker, name="service-worker"),
    path("app/shell", app.shell, name="app-shell"),
    re_path(r"^app(?:/.*)?$", app.app, name="app"),
    path("", include("people.urls")),
    path("", include("credentials.urls")),
    path("", include("paths.urls")),
    path("", include("events.map_urls")),
    path("", include("events.urls")),
    path("", include("portfolio.urls")),
    path("", include("classroom.urls")),
    path("", include("clubs.urls")),
    path("", include("cms.catalogue.urls")),
    path("", include("cms.urls")),
    # Wagtail's own form would let a password in without its counter and without the second factor.
    re_path(
        r"^(?:\w\w/)?_util/login/$",
        RedirectView.as_view(pattern_name="sign-in", query_string=True),
        name="page-sign-in",
    ),
    # The editors' tree takes every address that is left: Polish without a prefix, /en/ and /uk/.
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False),
]
