"""The accessibility declaration as a block."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH_TEXT = ["bold", "italic", "ol", "ul", "link", "h3", "h4"]


class DeclarationBlock(blocks.StructBlock):
    """The accessibility declaration of the Act of 4 April 2019 on digital accessibility, art. 10, reviewed every year
    until 31 March (art. 11). Its parts and their ids are those of the minister's technical conditions (version 2.0 of
    31 July 2024), so that a machine finds them. The words around are fixed."""

    entity = blocks.CharBlock(label=_("Who runs the portal"), max_length=200)
    published_on = blocks.DateBlock(label=_("First published on"))
    changed_on = blocks.DateBlock(label=_("Last important change on"))
    made_on = blocks.DateBlock(label=_("Declaration made on"))
    reviewed_on = blocks.DateBlock(
        label=_("Declaration reviewed on"), required=False, help_text=_("Every year until 31 March.")
    )
    status = blocks.ChoiceBlock(
        label=_("State"),
        choices=[
            ("full", _("fully compliant")),
            ("partial", _("partially compliant")),
            ("none", _("not compliant")),
        ],
    )
    gaps = blocks.RichTextBlock(label=_("What is missing and why"), features=RICH_TEXT, required=False)
    exemptions = blocks.RichTextBlock(
        label=_("What the Act exempts"),
        features=RICH_TEXT,
        required=False,
        help_text=_("For example films published before 23 September 2020."),
    )
    burden = blocks.URLBlock(
        label=_("Analysis of a disproportionate burden"), required=False, help_text=_("Its address, if made.")
    )
    auditor = blocks.CharBlock(
        label=_("Who examined it"),
        max_length=200,
        required=False,
        help_text=_("Empty: a self-assessment by the body."),
    )
    shortcuts = blocks.TextBlock(label=_("Keyboard shortcuts"), max_length=400, required=False)
    person = blocks.CharBlock(label=_("Person to write to"), max_length=120, required=False)
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    phone = blocks.CharBlock(label=_("Telephone"), max_length=40, required=False)
    building = blocks.RichTextBlock(label=_("How to reach the building"), features=RICH_TEXT, required=False)
    apps = blocks.RichTextBlock(
        label=_("Mobile applications"),
        features=RICH_TEXT,
        required=False,
        help_text=_("Those in a store, each with a link. The portal itself is a website."),
    )

    class Meta:
        icon = "clipboard-list"
        label = _("Accessibility declaration")
        template = "cms/blocks/declaration.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "email": value.get("email") or settings.CONTACT_EMAIL}
