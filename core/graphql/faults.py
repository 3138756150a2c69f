"""Why a whole request is turned away: a stable code, a status, and a sentence that says what to do."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_RELOAD = _("The app and the portal do not understand each other. Refresh the page and try again.")
_TOO_MUCH = _("This asks for too much at once. Ask for less, or in parts.")

FAULTS: dict[str, tuple[int, str | Promise]] = {
    "BAD_REQUEST": (400, _RELOAD),
    "BAD_QUERY": (400, _RELOAD),
    "BAD_VARIABLES": (400, _RELOAD),
    "UNKNOWN_DOCUMENT": (400, _RELOAD),
    "METHOD_NOT_ALLOWED": (405, _RELOAD),
    "UNSUPPORTED_MEDIA_TYPE": (415, _RELOAD),
    "CSRF_FAILED": (403, _("For your safety this was not done. Refresh the page and try again.")),
    "BODY_TOO_LARGE": (413, _TOO_MUCH),
    "QUERY_TOO_LARGE": (400, _TOO_MUCH),
    "QUERY_TOO_COSTLY": (400, _TOO_MUCH),
    "PAGE_TOO_LARGE": (400, _("A list this long does not fit on one page. Ask for a shorter one.")),
    "TOO_MANY_OPERATIONS": (400, _("One thing at a time: send a single operation.")),
    "RATE_LIMITED": (429, _("That was a lot at once. Wait a moment and try again.")),
    "TIMEOUT": (504, _("This took too long and was stopped; nothing has changed. Try again in a moment.")),
    "UNAVAILABLE": (503, _("The portal is out of breath; nothing has changed. Try again in a moment.")),
    "INTERNAL": (500, _("Something went wrong on our side; nothing has changed. Try again in a moment.")),
}


class Fault(Exception):
    """A request that is not carried out.

    `retry_after` is in seconds; `locations` are (line, column) in the document.
    """

    def __init__(
        self,
        code: str,
        *,
        retry_after: int | None = None,
        detail: str = "",
        locations: list[tuple[int, int]] | None = None,
    ) -> None:
        super().__init__(code, detail)
        self.code = code
        self.retry_after = retry_after
        # For a developer's own computer only (settings.DEBUG); it may quote the library.
        self.detail = detail
        self.locations = locations or []

    @property
    def status(self) -> int:
        """The HTTP status."""
        return FAULTS[self.code][0]

    @property
    def sentence(self) -> str:
        """What the person reads, in the active language."""
        return str(FAULTS[self.code][1])
