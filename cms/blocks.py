"""What editors build pages from. Every picture asks for its words; nothing brings a style or a script of its own."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT = ["bold", "italic", "ol", "ul", "link", "h3", "h4"]


class PictureBlock(blocks.StructBlock):
    """A picture with its description; an empty description is refused unless the picture is said to be an ornament."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(label=_("What the picture shows"), max_length=200, required=False)
    ornament = blocks.BooleanBlock(label=_("Only an ornament, it tells nothing"), required=False)
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "cms/blocks/picture.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if not cleaned["alt"] and not cleaned["ornament"]:
            raise blocks.StructBlockValidationError(
                {"alt": [_("Say what the picture shows, for those who cannot see it.")]}
            )
        return cleaned


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"), max_length=500)
    who = blocks.CharBlock(label=_("Who said it"), max_length=120, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "cms/blocks/quote.html"


class CardBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=80)
    text = blocks.TextBlock(label=_("Text"), max_length=300)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)

    class Meta:
        label = _("Card")


class CardsBlock(blocks.StructBlock):
    cards = blocks.ListBlock(CardBlock(), label=_("Cards"), min_num=2, max_num=6)

    class Meta:
        icon = "grip"
        label = _("Cards")
        template = "cms/blocks/cards.html"


class StepsBlock(blocks.StructBlock):
    """Numbered steps: what happens first, then, last."""

    steps = blocks.ListBlock(CardBlock(), label=_("Steps"), min_num=2, max_num=6)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "cms/blocks/steps.html"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=160)
    answer = blocks.RichTextBlock(label=_("Answer"), features=RICH_TEXT)

    class Meta:
        label = _("Question")


class QuestionsBlock(blocks.StructBlock):
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1, max_num=30)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        template = "cms/blocks/questions.html"


class CallBlock(blocks.StructBlock):
    """One thing to do. The address is a page of the portal or one of its own addresses, such as /verify/."""

    text = blocks.CharBlock(label=_("Sentence"), max_length=200)
    label = blocks.CharBlock(label=_("Words on the button"), max_length=40)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.RegexBlock(
        label=_("or an address of the portal"),
        regex=r"^/[a-z0-9/-]*$",
        required=False,
        error_messages={"invalid": _("An address of the portal begins with a slash, for example /verify/.")},
    )

    class Meta:
        icon = "success"
        label = _("Call to action")
        template = "cms/blocks/call.html"


class BadgeRowBlock(blocks.StructBlock):
    """Real badges from the catalogue, by their short names."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    slugs = blocks.ListBlock(
        blocks.CharBlock(max_length=80), label=_("Short names of badges"), min_num=1, max_num=12
    )

    class Meta:
        icon = "medal"
        label = _("Row of badges")
        template = "cms/blocks/badge_row.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        from cms.selectors import badges_by_slug

        context = super().get_context(value, parent_context=parent_context)
        context["badges"] = badges_by_slug(list(value["slugs"])[:12])
        return context


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


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, icon="title", template="cms/blocks/heading.html"
    )
    text = blocks.RichTextBlock(
        label=_("Text"), features=RICH_TEXT, icon="pilcrow", template="cms/blocks/text.html"
    )
    picture = PictureBlock()
    quote = QuoteBlock()
    cards = CardsBlock()
    steps = StepsBlock()
    questions = QuestionsBlock()
    badges = BadgeRowBlock()
    call = CallBlock()
    declaration = DeclarationBlock()
