"""The doorways of events. Addresses that stand in a QR code carry no language (answers.md 5)."""

from django.urls import path

from events.views import check_in, printed_code, projector, team_screen

urlpatterns = [
    path("e/", check_in.typed, name="check-in-code"),
    path("e/<str:code>", check_in.scanned, name="check-in"),
    path("events/<str:event_id>/projector", projector.projector, name="event-projector"),
    path("events/<str:event_id>/projector.json", projector.projector_now, name="event-projector-now"),
    path("events/<str:event_id>/teams", team_screen.team_screen, name="event-teams"),
    path("events/<str:event_id>/teams.json", team_screen.team_screen_now, name="event-teams-now"),
    path("events/<str:event_id>/printed/<str:letters>", printed_code.print_code, name="event-printed-code"),
]
