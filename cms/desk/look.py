"""The form with which an operator gives the portal its own face."""

from __future__ import annotations

import re
from typing import Any, ClassVar, cast

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.edit import FormMixin

from cms.desk import policies
from cms.desk.page import DeskPage
from cms.look.changing import Wanted, change_look, design_tokens
from cms.look.models import Font, Look
from cms.look.palette import Chosen, palette
from core.refusals import Refusal
from core.translated import LANGUAGES
from people.models import User

_SHORT = re.compile(r"#?([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])")
_LONG = re.compile(r"#?([0-9a-fA-F]{6})")
SAMPLES = (
    "ground",
    "surface",
    "ink",
    "ink-quiet",
    "primary",
    "on-primary",
    "primary-ink",
    "primary-soft",
    "line",
)


class ColourField(forms.CharField):
    """`#rrggbb`; also without the sign, in capitals or with three digits, as people copy them."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off", "class": "colour"})
        super().__init__(max_length=7, required=False, widget=widget, **kwargs)

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        if short := _SHORT.fullmatch(text):
            return "#" + "".join(digit * 2 for digit in short.groups()).lower()
        if long := _LONG.fullmatch(text):
            return f"#{long[1].lower()}"
        return text


class LookForm(forms.Form):
    """Every field may stay empty: then it is as the product comes."""

    name = forms.CharField(
        label=gettext_lazy("Name of the portal"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("In titles, in the header, in the app and on pictures that messengers show."),
    )
    description_pl = forms.CharField(
        label=gettext_lazy("What it is, in one sentence (Polish)"), max_length=200, required=False
    )
    description_en = forms.CharField(
        label=gettext_lazy("What it is, in one sentence (English)"), max_length=200, required=False
    )
    description_uk = forms.CharField(
        label=gettext_lazy("What it is, in one sentence (Ukrainian)"), max_length=200, required=False
    )
    operator = forms.CharField(
        label=gettext_lazy("Who runs it"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("A school, a town, a foundation. It stands at the foot of every page."),
    )
    operator_address = forms.URLField(
        label=gettext_lazy("Their web page"), max_length=200, required=False, assume_scheme="https"
    )
    mark = forms.FileField(
        label=gettext_lazy("Mark"),
        required=False,
        help_text=gettext_lazy(
            "PNG, JPEG or WebP, best with a clear background and at least 512 pixels wide."
        ),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )
    without_mark = forms.BooleanField(label=gettext_lazy("Take the mark away"), required=False)
    primary = ColourField(
        label=gettext_lazy("Main colour"),
        help_text=gettext_lazy("Buttons and links, for example #0a7d3c. Other colours follow from it."),
    )
    primary_dark = ColourField(
        label=gettext_lazy("Main colour in the dark theme"),
        help_text=gettext_lazy("Empty: it follows from the main colour."),
    )
    ground = ColourField(
        label=gettext_lazy("Background of pages"),
        help_text=gettext_lazy("In the light theme. Empty: a breath of the main colour."),
    )
    font = forms.ChoiceField(
        label=gettext_lazy("Letters"),
        choices=Font.choices,
        required=False,
        help_text=gettext_lazy("They come from this portal; nobody else learns who reads."),
    )
    PLAIN: ClassVar = ("name", "operator", "operator_address", "primary", "primary_dark", "ground", "font")

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        words = {language: given[f"description_{language}"] for language in LANGUAGES}
        return Wanted(description=words, **{name: given[name] for name in self.PLAIN})


def kept_values(look: Look | None) -> dict[str, Any]:
    """The form's fields as they stand now."""
    if look is None:
        return {}
    words = {f"description_{language}": look.description.get(language, "") for language in LANGUAGES}
    return words | {name: getattr(look, name) for name in LookForm.PLAIN}


class LookPage(FormMixin[LookForm], DeskPage):
    http_method_names = ["get", "head", "post"]
    permission_policy = policies.LOOK
    permission_required = "change"
    title = gettext_lazy("Look of the portal")
    header_icon = "view"
    template_name = "cms/desk/look.html"
    form_class = LookForm

    def get_initial(self) -> dict[str, Any]:
        return kept_values(Look.objects.first())

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if form.is_valid():
            try:
                self._change(form)
            except Refusal as refused:
                form.add_error(
                    refused.field if refused.field in form.fields else None, str(refused).split("\n")
                )
            else:
                messages.success(request, _("The portal has its new look."))
                return redirect("desk-look")
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _change(self, form: LookForm) -> None:
        upload = form.cleaned_data["mark"]
        change_look(
            form.wanted(),
            actor=cast(User, self.request.user),
            mark=upload.read() if upload is not None else None,
            without_mark=form.cleaned_data["without_mark"],
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        look = Look.objects.first()
        chosen = Chosen(look.primary, look.primary_dark, look.ground) if look else Chosen("")
        colours = palette(chosen, design_tokens())
        samples = [
            {name.replace("-", "_"): colours[name][number] for name in SAMPLES} | {"label": label}
            for number, label in enumerate((_("Light theme"), _("Dark theme")))
        ]
        mark = f"/look/{look.mark}-64.png" if look and look.mark else ""
        return super().get_context_data(**kwargs) | {"samples": samples, "mark": mark}
