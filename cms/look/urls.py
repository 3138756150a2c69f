from django.urls import re_path

from cms.look import views

urlpatterns = [
    re_path(r"^look/(?P<digest>[0-9a-f]{16})\.css$", views.style, name="look-style"),
    re_path(r"^look/(?P<digest>[0-9a-f]{16})\.webmanifest$", views.webmanifest, name="look-manifest"),
    re_path(r"^look/(?P<digest>[0-9a-f]{16})-(?P<size>\d{2,3})\.png$", views.mark, name="look-mark"),
]
