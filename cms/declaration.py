"""The accessibility declaration as a block."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH_TEXT = ["bold", "italic", "ol", "ul", "link", "h3", "h4"]


class DeclarationBlock(blocks.StructBlock):
    """The accessibility declaration. Its parts and their ids are those of the minister's technical conditions, so
    that a machine finds them (Act of 4 April 2019 on digital accessibility, art. 10). The words around are fixed."""

    entity = blocks.CharBlock(label=_("Who runs the portal"), max_length=200)
    published_on = blocks.DateBlock(label=_("First published on"))
    changed_on = blocks.DateBlock(label=_("Last important change on"))
    made_on = blocks.DateBlock(label=_("Declaration made on"))
    status = blocks.ChoiceBlock(
        label=_("State"),
        choices=[
            ("full", _("fully compliant")),
            ("partial", _("partially compliant")),
            ("none", _("not compliant")),
        ],
    )
    gaps = blocks.RichTextBlock(label=_("What is missing and why"), features=RICH_TEXT, required=False)
    shortcuts = blocks.TextBlock(label=_("Keyboard shortcuts"), max_length=400, required=False)
    person = blocks.CharBlock(label=_("Person to write to"), max_length=120, required=False)
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    phone = blocks.CharBlock(label=_("Telephone"), max_length=40, required=False)
    building = blocks.RichTextBlock(label=_("How to reach the building"), features=RICH_TEXT, required=False)

    class Meta:
        icon = "clipboard-list"
        label = _("Accessibility declaration")
        template = "cms/blocks/declaration.html"
