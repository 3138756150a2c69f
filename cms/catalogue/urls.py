"""The catalogue and what machines read of it. None carries a language (answers.md 5)."""

from django.urls import path

from cms.catalogue import views

urlpatterns = [
    path("catalogue/", views.catalogue, name="catalogue"),
]
