"""What may be reported of events: their words. Registered here because it is loaded at the start."""

from django.utils.translation import gettext_lazy as _

from events.models import Event
from events.services import hiding
from people import reporting

reporting.register(
    "events.Event",
    label=_("event"),
    model=Event,
    snapshot=hiding.snapshot,
    author_of=hiding.author_of,
    responsible_of=hiding.responsible_of,
    hide=hiding.hide,
    restore=hiding.restore,
)
