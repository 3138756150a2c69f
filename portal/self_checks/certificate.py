"""The certificate with which the portal's own address answers, as phones see it. Looked at by a sweep, told from
memory: a request never goes out (performance.md).
"""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.self_check import Finding, State

KEY = "portal.certificate"
EVERY_SECONDS = 6 * 3600
PATIENCE_SECONDS = 5
SOON, VERY_SOON = timedelta(days=21), timedelta(days=7)


@dataclass(frozen=True)
class Seen:
    """What was seen and when; without an end it could not be trusted or reached."""

    at: datetime
    ends: datetime | None = None
    untrusted: bool = False


def look() -> Seen:
    """Connect to `PUBLIC_URL` and to nothing else, and remember its certificate."""
    address = urlsplit(settings.PUBLIC_URL)
    if address.scheme != "https" or not address.hostname:
        return Seen(timezone.now())
    seen = _seen(address.hostname, address.port or 443)
    cache.set(KEY, seen, EVERY_SECONDS * 3)
    return seen


def certificate() -> Finding:
    if not settings.PUBLIC_URL.startswith("https://"):
        return Finding(State.OK, _("The address is http: there is no certificate to look after."))
    seen: Seen | None = cache.get(KEY)
    if seen is None:
        return Finding(
            State.LOOK, _("It has not been looked at since the start."), _("Come back in a few minutes.")
        )
    return judged(seen, timezone.now())


def judged(seen: Seen, now: datetime) -> Finding:
    if seen.untrusted:
        return Finding(
            State.BROKEN,
            _("Phones do not trust the certificate of this address."),
            _("Look at the proxy’s certificate: name, chain and dates."),
        )
    if seen.ends is None:
        return Finding(
            State.LOOK,
            _("The portal’s own address could not be reached from this computer."),
            _("See whether the proxy runs, and whether this computer may reach it."),
        )
    left = seen.ends - now
    line = ngettext(
        "It ends on %(date)s, in %(days)d day.", "It ends on %(date)s, in %(days)d days.", max(left.days, 0)
    ) % {
        "date": date_format(timezone.localtime(seen.ends), "SHORT_DATE_FORMAT"),
        "days": max(left.days, 0),
    }
    if left < SOON:
        state = State.BROKEN if left < VERY_SOON else State.LOOK
        return Finding(state, line, _("Renew it; the proxy usually does so by itself a month before."))
    return Finding(State.OK, line)


def _seen(host: str, port: int) -> Seen:
    now = timezone.now()
    try:
        with (
            socket.create_connection((host, port), timeout=PATIENCE_SECONDS) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=host) as safe,
        ):
            found = safe.getpeercert()
    except ssl.SSLError:
        return Seen(now, untrusted=True)
    except OSError:
        return Seen(now)
    ends = str(found["notAfter"]) if found else ""
    return Seen(now, datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), tz=UTC) if ends else None)
