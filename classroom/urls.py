"""The doorways of a class."""

from django.urls import path

from classroom.views.cards import cards
from classroom.views.rosters import rosters

urlpatterns = [
    path("classes/<str:group_id>/cards/", cards, name="cards"),
    path("rosters/", rosters, name="rosters"),
]
