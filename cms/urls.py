"""The editors' admin and their pictures."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("cms/login/", RedirectView.as_view(url="/sign-in/?next=/cms/", permanent=False)),
    path("cms/", include(wagtailadmin_urls)),
    # Only what editors published: never the private uploads that lie beside them.
    re_path(
        r"^cms-media/(?P<path>images/[\w.-]+)$", serve, {"document_root": settings.MEDIA_ROOT}, name="cms-image"
    ),
]
