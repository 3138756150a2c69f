"""What editors build pages from. Every picture asks for its words; nothing brings a style or a script of its own."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.validators import URLValidator
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.addresses import path_of
from cms.declaration import RICH_TEXT, DeclarationBlock
from cms.portal_blocks import BadgeRowBlock, EventsBlock, FiguresBlock, NewsBlock, PathBlock


class PictureBlock(blocks.StructBlock):
    """A picture with its words: those written here, else the picture's own. Without any it is refused, unless the
    picture is said to be an ornament."""

    image = ImageChooserBlock(label=pgettext_lazy("on a page", "Picture"))
    alt = blocks.CharBlock(
        label=_("What the picture shows"),
        max_length=200,
        required=False,
        help_text=_("Empty: the picture's own description."),
    )
    ornament = blocks.BooleanBlock(label=_("Only an ornament, it tells nothing"), required=False)
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = pgettext_lazy("on a page", "Picture")
        template = "cms/blocks/picture.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if self.is_deferred_validation:  # a draft, whose picture may still be missing
            return cleaned
        if not cleaned["alt"] and not cleaned["ornament"] and not cleaned["image"].description:
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
    cards = blocks.ListBlock(CardBlock(), label=pgettext_lazy("on a page", "Cards"), min_num=2, max_num=6)

    class Meta:
        icon = "grip"
        label = pgettext_lazy("on a page", "Cards")
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


class LinkValue(blocks.StructValue):
    """What an editor pointed at: a page, or an address of the portal."""

    @property
    def url(self) -> str:
        """A path on this site; the front page when the page it pointed at is gone."""
        page = self.get("page")
        return (path_of(page) if page is not None else self.get("address")) or "/"

    @property
    def leads_somewhere(self) -> bool:
        """Whether it names an address, or a page that visitors may see."""
        page = self.get("page")
        return page.live if page is not None else bool(self.get("address"))


class AddressBlock(blocks.StructBlock):
    """A page of the portal or one of its own addresses, such as /verify/, and the words that lead there."""

    label = blocks.CharBlock(label=_("Words"), max_length=40)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.RegexBlock(
        label=_("or an address of the portal"),
        regex=r"^/(?!/)[a-z0-9/-]*$",
        required=False,
        error_messages={"invalid": _("An address of the portal begins with a slash, for example /verify/.")},
    )

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if cleaned["page"] is None and not cleaned["address"] and not self.is_deferred_validation:
            raise blocks.StructBlockValidationError({"page": [_("Choose a page, or write an address.")]})
        return cleaned


class CallBlock(AddressBlock):
    """One thing to do."""

    text = blocks.CharBlock(label=_("Sentence"), max_length=200)
    label = blocks.CharBlock(label=_("Words on the button"), max_length=40)

    class Meta:
        icon = "success"
        label = _("Call to action")
        template = "cms/blocks/call.html"
        value_class = LinkValue


def transcript_block() -> blocks.RichTextBlock:
    """What is said in a film, to stand below it (WCAG 2.2, 1.2.1)."""
    return blocks.RichTextBlock(
        label=_("What is said and shown"),
        features=RICH_TEXT,
        help_text=_("For those who cannot hear or see it, or have no data left."),
    )


class VideoBlock(blocks.StructBlock):
    """A film somewhere else. Until somebody taps, nobody else learns that this page was opened."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    picture = ImageChooserBlock(label=pgettext_lazy("on a page", "Picture"))
    address = blocks.URLBlock(
        label=_("Address of the film"),
        max_length=300,
        validators=[URLValidator(schemes=["https"], message=_("The address has to begin with https://"))],
    )
    length = blocks.CharBlock(label=_("How long it is"), max_length=20, help_text=_("For example 3:20"))
    transcript = transcript_block()

    class Meta:
        icon = "media"
        label = _("Film on another website")
        template = "cms/blocks/video.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "site": urlsplit(value["address"]).hostname}


class FilmBlock(blocks.StructBlock):
    """A film of the editors' own, played by the browser itself."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    film = SnippetChooserBlock("cms.Film", label=_("Film"))
    transcript = transcript_block()

    class Meta:
        icon = "media"
        label = _("Our own film")
        template = "cms/blocks/film.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        from cms.films.showing import shown_film

        context = super().get_context(value, parent_context=parent_context)
        return {**context, "film": shown_film(value["film"], get_language() or "")}


class TermBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("Word"), max_length=80)
    meaning = blocks.RichTextBlock(label=_("What it means here"), features=RICH_TEXT)

    class Meta:
        icon = "list-ul"
        label = _("Word")


class TopicBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Subject"), max_length=80)

    class Meta:
        icon = "mail"
        label = _("Subject")


class LinksBlock(blocks.StructBlock):
    """A group of the footer."""

    title = blocks.CharBlock(label=_("Title"), max_length=40)
    links = blocks.ListBlock(AddressBlock(), label=_("Links"), min_num=1, max_num=8)

    class Meta:
        icon = "list-ul"
        label = _("Group of links")


class PartnerBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=120)
    role = blocks.CharBlock(label=_("What they do here"), max_length=120, required=False)
    address = blocks.URLBlock(label=_("Website"), required=False, max_length=300)

    class Meta:
        label = _("Partner")


class PartnersBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=80)
    partners = blocks.ListBlock(PartnerBlock(), label=_("Partners"), min_num=1, max_num=24)

    class Meta:
        icon = "group"
        label = _("Partners")
        template = "cms/blocks/partners.html"


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
    path = PathBlock()
    events = EventsBlock()
    figures = FiguresBlock()
    news = NewsBlock()
    film = FilmBlock()
    video = VideoBlock()
    call = CallBlock()
    declaration = DeclarationBlock()
