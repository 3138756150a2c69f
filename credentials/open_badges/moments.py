"""Points in time as documents write them: XML Schema ``dateTime`` with a zone (VC Data Model 2.0, §4.9)."""

import re
from datetime import UTC, datetime

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")


def format_moment(moment: datetime) -> str:
    """``2026-11-21T10:15:00Z``. Raises ``ValueError`` for a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment in a document needs a zone")
    return moment.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def parse_moment(text: object) -> datetime:
    """The point in time. Raises ``ValueError`` for anything but a ``dateTime`` with a zone."""
    if not isinstance(text, str) or not _MOMENT.match(text):
        raise ValueError("not a moment with a zone")
    return datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
