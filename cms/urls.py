"""The editors' admin, their pictures, and what search engines ask for."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access

from cms import views
from cms.account import OwnAccountView
from cms.admin_words import views as words
from cms.desk import urls as desk_urls
from cms.desk.views import front
from cms.editing.translations import SyncView, TranslateSnippetView, show_the_source
from cms.figures import urls as figures_urls
from cms.films import views as film_views
from cms.look import urls as look_urls

# Accounts, rights and files live in the portal itself: these parts of the admin answer to nobody (AC-07).
CLOSED = r"^cms/(?:users|groups|sites|documents|password_reset|embeds|workflows|searchpicks|failwhale|test404)(?:/.*)?$"
# Many at once, in one tap and without a word in the audit: pages and what stands on them, never people.
CLOSED_IN_BULK = r"^cms/bulk/(?!(?:wagtailcore/page|cms/\w+)/).*$"

urlpatterns = [
    path("", include(look_urls)),
    path("", include(figures_urls)),
    path("robots.txt", views.robots, name="robots"),
    path("cms/login/", RedirectView.as_view(url="/sign-in/?next=/cms/", permanent=False), name="cms-sign-in"),
    re_path(CLOSED, views.closed, name="cms-closed"),
    re_path(CLOSED_IN_BULK, views.closed, name="cms-closed-in-bulk"),
    path("cms/account/", require_admin_access(OwnAccountView.as_view()), name="cms-account"),
    path("cms/", front, name="cms-front"),
    path("cms/jsi18n/", words.of_the_admin, name="cms-words"),
    path("cms/localize/jsi18n/", require_admin_access(words.of_translating), name="cms-translating-words"),
    path("cms/desk/", include(desk_urls)),
    # Before those of the admin: the same pages, with the right to publish asked for.
    path(
        "cms/localize/update/<int:translation_source_id>/",
        require_admin_access(SyncView.as_view()),
        name="cms-sync-translations",
    ),
    path(
        "cms/localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
        require_admin_access(TranslateSnippetView.as_view()),
        name="cms-translate-snippet",
    ),
    path(
        "cms/localize/page/<int:page_id>/convert_to_alias/",
        require_admin_access(show_the_source),
        name="cms-show-the-source",
    ),
    path("cms/", include(wagtailadmin_urls)),
    re_path(r"^cms-media/images/(?P<name>[\w-]+(?:\.[\w-]+)*)$", views.picture, name="cms-image"),
    re_path(
        r"^cms-media/films/(?P<name>[0-9a-f]{32})\.(?P<ending>mp4|webm)$", film_views.film, name="cms-film"
    ),
    re_path(
        r"^cms-media/films/(?P<name>[0-9a-f]{32})-(?P<language>pl|en|uk)\.vtt$",
        film_views.captions,
        name="cms-film-captions",
    ),
]
