"""The form of a film in the admin: captions are pasted, or taken from a file that ends with .vtt."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.films.captions import MOST_CHARACTERS
from cms.films.reading import MOST_MEGABYTES

_FILES = {
    "captions_file_pl": "captions_pl",
    "captions_file_en": "captions_en",
    "captions_file_uk": "captions_uk",
}


def _captions_file(label: Any) -> forms.FileField:
    return forms.FileField(
        label=label,
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".vtt,text/vtt"}),
        help_text=_("It takes the place of the text below, where you can mend a word."),
    )


class FilmForm(WagtailAdminModelForm):
    captions_file_pl = _captions_file(_("File with Polish captions (.vtt)"))
    captions_file_en = _captions_file(_("File with English captions (.vtt)"))
    captions_file_uk = _captions_file(_("File with Ukrainian captions (.vtt)"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        film = self.fields["file"]
        film.widget.attrs["accept"] = "video/mp4,video/webm,.mp4,.webm"
        film.help_text = gettext("MP4 (H.264) or WebM, at most %(most)s MB: about three minutes.") % {
            "most": MOST_MEGABYTES
        }
        self.fields["poster"].required = True

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        for name, field in _FILES.items():
            file = cleaned.get(name)
            if file is None:
                continue
            try:
                # A sign has at most four bytes in UTF-8; what is longer is refused with the text itself.
                cleaned[field] = file.read(4 * MOST_CHARACTERS + 1).decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error(name, gettext("Save the captions as UTF-8."))
        return cleaned
