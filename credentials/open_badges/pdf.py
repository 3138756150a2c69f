"""A credential inside a PDF: attached as a file (ISO 32000-2 §7.11.4). Open Badges 3.0 names no such form; ours is read
the same way as anybody's.
"""

import subprocess
import sys
from pathlib import Path

from .pdf_attachment import ENDINGS
from .structure import MAX_BYTES, Unreadable

PDF_SIGNATURE = b"%PDF-"
SECONDS = 4.0
_READER = Path(__file__).with_name("pdf_attachment.py")


def extract_pdf(content: bytes) -> bytes:
    """The bytes of the badge attached to a PDF of at most ``MAX_BYTES``, read by a process that can be stopped.

    Raises ``Unreadable``: ``too_large``, ``not_pdf``, ``nothing_attached``, ``attached_twice``, ``too_complex``.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too_large")
    try:
        read = subprocess.run(  # noqa: S603 - a file of ours, with nothing of the stranger's on its command line
            [sys.executable, "-I", str(_READER)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable("too_complex") from error
    if read.returncode:
        raise Unreadable(ENDINGS.get(read.returncode, "too_complex"))
    return read.stdout
