"""The doorways of what learners show. They stand in QR codes, so they carry no language (answers.md 5)."""

from __future__ import annotations

from django.urls import URLPattern, path

from portfolio.views import my_data, presentation

urlpatterns: list[URLPattern] = [
    path("my-data/<uuid:archive_id>", my_data.my_data, name="my-data"),
    path("p/preview/<uuid:page_id>.pdf", presentation.preview_paper, name="presentation-preview-paper"),
    path("p/<str:secret>.pdf", presentation.paper, name="presentation-paper"),
    path("p/preview/<uuid:page_id>", presentation.preview, name="presentation-preview"),
    path(
        "p/preview/<uuid:page_id>/badges/<uuid:credential_id>",
        presentation.preview_badge,
        name="presentation-preview-badge",
    ),
    path(
        "p/preview/<uuid:page_id>/work/<uuid:evidence_id>",
        presentation.preview_work,
        name="presentation-preview-work",
    ),
    path("p/<str:secret>", presentation.presentation, name="presentation"),
    path("p/<str:secret>/badges/<uuid:credential_id>", presentation.badge, name="presentation-badge"),
    path("p/<str:secret>/work/<uuid:evidence_id>", presentation.work, name="presentation-work"),
]
