"""The doorways of events. Addresses that stand in a QR code carry no language (answers.md 5)."""

from django.urls import path

from events.views import calendar_feed, check_in, event_page, printed_code, projector, team_screen

urlpatterns = [
    path("e/", check_in.typed, name="check-in-code"),
    path("e/<str:code>", check_in.scanned, name="check-in"),
    path("events/<str:event_id>/projector", projector.projector, name="event-projector"),
    path("events/<str:event_id>/projector.json", projector.projector_now, name="event-projector-now"),
    path("events/<str:event_id>/teams", team_screen.team_screen, name="event-teams"),
    path("events/<str:event_id>/teams.json", team_screen.team_screen_now, name="event-teams-now"),
    path("events/<str:event_id>/printed/<str:letters>", printed_code.print_code, name="event-printed-code"),
    path("events/<slug:slug>.ics", event_page.event_calendar, name="event-calendar"),
    path("events/<slug:slug>", event_page.event_page, name="event"),
    path("events/<slug:slug>/sign-up", event_page.sign_up_here, name="event-sign-up"),
    path("events/<slug:slug>/picture.png", event_page.picture, name="event-picture"),
    path("events/<slug:slug>/poster", event_page.poster, name="event-poster"),
    path("calendar/", calendar_feed.own_calendar, name="own-calendar"),
    path("calendar/<str:secret>.ics", calendar_feed.feed, name="calendar-feed"),
]
