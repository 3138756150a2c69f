"""Which web page may open a live connection: only one of our own.

Browsers send cookies with cross-site WebSocket handshakes and no CSRF token, so the `Origin` header
(RFC 6454 §7; RFC 6455 §10.2) is the check. A connection without one is refused.
"""

import re
from collections.abc import Iterable

_ORIGIN = re.compile(r"(?P<scheme>https?)://(?P<host>[a-z0-9.-]+|\[[0-9a-f:.]+\])(:(?P<port>[0-9]{1,5}))?")
_DEFAULT_PORTS = {"http": "80", "https": "443"}


def normal_origin(text: str) -> str | None:
    """`scheme://host:port` in lower case with the port written out; None for anything else."""
    match = _ORIGIN.fullmatch(text.lower())
    if match is None:
        return None
    port = match["port"] or _DEFAULT_PORTS[match["scheme"]]
    return f"{match['scheme']}://{match['host']}:{port}"


def is_ours(origins: Iterable[str], own: Iterable[str]) -> bool:
    """Whether exactly one `Origin` was sent and it is one of `own` (each `scheme://host[:port]`)."""
    sent = list(origins)
    if len(sent) != 1:
        return False
    normal = normal_origin(sent[0])
    return normal is not None and normal in {normal_origin(address) for address in own}
