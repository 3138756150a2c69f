"""The doorways of clubs. Addresses that stand in a QR code or on a poster carry no language (answers.md 5)."""

from django.urls import path

from clubs.views import public

urlpatterns = [
    path("clubs/", public.clubs, name="clubs"),
    path("clubs/<slug:slug>/", public.club, name="club"),
]
