"""The public list, the map and what other sites and calendars take from them (architecture.md §10)."""

from django.urls import path

from events.views import embed, geojson, public_list

urlpatterns = [
    path("events/", public_list.public_list, name="events"),
    path("events.geojson", geojson.geojson, name="events-geojson"),
    path("events.ics", public_list.public_calendar, name="events-calendar"),
    path("events/embed/", embed.embed, name="events-embed"),
    path("events/embed/how/", embed.embedding, name="events-embedding"),
]
