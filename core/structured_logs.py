"""Log lines as JSON through Django's own logging, with the request's id and never a traceback on several
lines.
"""

from __future__ import annotations

import logging
from typing import Any

import structlog


def configure() -> None:
    """Send structlog through the standard loggers; `settings.LOGGING` decides the rest."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.UnicodeDecoder(),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


class WithoutSecrets(logging.Filter):
    """Django names the path of whatever it refused, and paths carry secrets: links of pages, offers, guardians, cards.
    The pattern of the address says as much.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        path = getattr(request, "path", None)
        if path and isinstance(record.args, tuple):
            record.args = tuple(address_pattern(request) if one == path else one for one in record.args)
        return True


def address_pattern(request: Any) -> str:
    """`/p/<str:secret>`; of an address that there is not, and of a page of editors, its first word."""
    first = request.path.split("/", 2)[1]
    match = getattr(request, "resolver_match", None)
    route = match.route.lstrip("^") if match is not None else ""
    return f"/{route}" if first and route.startswith(first) else f"/{first[:40]}/…"
