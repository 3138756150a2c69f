"""Pictures and recordings as a phone would make them."""

from __future__ import annotations

import io
import wave

from PIL import Image, ImageDraw


def poster() -> bytes:
    """A poster, photographed upright: 1200 × 1600, JPEG."""
    image = Image.new("RGB", (1200, 1600), "#f4ead5")
    draw = ImageDraw.Draw(image)
    draw.rectangle((90, 90, 1110, 1510), outline="#d4213d", width=24)
    draw.multiline_text((180, 220), "ZIELONY\nPLAC\nPRZY\nSZKOLE", fill="#3f37c9", font_size=190, spacing=30)
    draw.text((180, 1300), "Zbieramy podpisy!", fill="#333333", font_size=96)
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=82)
    return kept.getvalue()


def second_of_silence() -> bytes:
    """A recording of one second, WAV."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8_000)
        sound.writeframes(bytes(16_000))
    return kept.getvalue()
