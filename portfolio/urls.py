"""The doorways of what learners show."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
