"""The badge attached to a PDF, read by a process of its own: `python -I pdf_attachment.py < file.pdf`.

A stranger's PDF can be made to cost any time and memory, and no limit inside a thread can stop it. So this file is run
as a program that gives itself seconds and bytes and is killed beyond them; it imports nothing of the portal. It writes
the one attachment that looks like a badge, or ends with a code of `ENDINGS`.
"""

import resource
import sys
from io import BytesIO

SECONDS = 3
MEMORY = 512 * 1024 * 1024
MAX_ATTACHED = 20
MAX_BYTES = 256 * 1024
#: How the program ends, and the code of the refusal. Anything else means that it was stopped.
ENDINGS = {3: "not_pdf", 4: "nothing_attached", 5: "attached_twice", 6: "too_large"}


class _Refused(Exception):
    """Carries the number with which the program ends."""


def attached_badge(content: bytes) -> bytes:
    """The one attachment of a PDF that begins like JSON or like a compact JWS. Raises `_Refused`."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise _Refused(3)
        found = []
        for place, attached in enumerate(reader.attachment_list):
            if place >= MAX_ATTACHED:
                break
            one = bytes(attached.content)
            if _like_a_badge(one):
                found.append(one)
    except _Refused:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _Refused(3) from error
    if len(found) != 1:
        raise _Refused(5 if found else 4)
    if len(found[0]) > MAX_BYTES:
        raise _Refused(6)
    return found[0]


def _like_a_badge(content: bytes) -> bool:
    begins = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return begins.startswith((b"{", b"eyJ"))


def main() -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        badge = attached_badge(sys.stdin.buffer.read())
    except _Refused as refused:
        return int(refused.args[0])
    sys.stdout.buffer.write(badge)
    return 0


if __name__ == "__main__":
    sys.exit(main())
