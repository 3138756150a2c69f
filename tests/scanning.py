"""Scanning a QR code from a picture of the page, with a decoder that nobody here wrote."""

from __future__ import annotations

import base64
import io
import json
import subprocess

from PIL import Image

from tests.servers import ROOT

NODE = ROOT / ".venv" / "bin" / "node"
INTEROP = ROOT / "tests" / "interop"


def scan(picture: bytes) -> str:
    """The text of the one QR code in a PNG. Raises CalledProcessError when none can be read."""
    with Image.open(io.BytesIO(picture)) as opened:
        image = opened.convert("RGBA")
    sent = {"width": image.width, "height": image.height, "rgba": base64.b64encode(image.tobytes()).decode()}
    done = subprocess.run(
        [NODE, "scan.mjs"], input=json.dumps(sent), cwd=INTEROP, capture_output=True, text=True, check=True
    )
    return done.stdout
