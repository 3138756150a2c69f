"""The doorways of what learners show."""

from __future__ import annotations

from django.urls import URLPattern, path

from portfolio.views import my_data

urlpatterns: list[URLPattern] = [
    path("my-data/<uuid:archive_id>", my_data.my_data, name="my-data"),
]
