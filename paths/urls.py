"""The doorway of paths: what anybody may read of a public one."""

from django.urls import path

from paths.views import public

urlpatterns = [
    path("paths/<slug:slug>/", public.path, name="path"),
]
