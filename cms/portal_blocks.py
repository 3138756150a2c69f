"""Blocks that show what the portal has: badges, a path, events, figures, news. An editor names it; it fills itself."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.enums import Figure
from events.enums import Voivodeship

Context = dict[str, Any]


class BadgeRowBlock(blocks.StructBlock):
    """Real badges from the catalogue, by their short names."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    slugs = blocks.ListBlock(
        blocks.CharBlock(max_length=80), label=_("Short names of badges"), min_num=1, max_num=12
    )

    class Meta:
        icon = "pick"
        label = _("Row of badges")
        template = "cms/blocks/badge_row.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        from cms.selectors import badges_by_slug

        context = super().get_context(value, parent_context=parent_context)
        context["badges"] = badges_by_slug(list(value["slugs"])[:12])
        return context


class PathBlock(blocks.StructBlock):
    """A public development path: its name, its steps in brief, where to see it whole."""

    slug = blocks.CharBlock(label=_("Short name of the path"), max_length=80)
    words = blocks.CharBlock(
        label=_("Your own sentence"),
        max_length=300,
        required=False,
        help_text=_("Empty: the path's own description."),
    )

    class Meta:
        icon = "arrow-right"
        label = _("Development path")
        template = "cms/blocks/path.html"

    def get_context(self, value: blocks.StructValue, parent_context: Context | None = None) -> Context:
        from cms.block_selectors import shown_path

        context = super().get_context(value, parent_context=parent_context)
        return {**context, "path": shown_path(value["slug"])}


class EventsBlock(blocks.StructBlock):
    """The next public events, everywhere or in one voivodeship."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    voivodeship = blocks.ChoiceBlock(label=_("Voivodeship"), choices=Voivodeship.choices, required=False)
    how_many = blocks.IntegerBlock(label=_("How many"), min_value=1, max_value=6, default=3)

    class Meta:
        icon = "date"
        label = _("List of events")
        template = "cms/blocks/events.html"

    def get_context(self, value: blocks.StructValue, parent_context: Context | None = None) -> Context:
        from cms.block_selectors import next_events

        context = super().get_context(value, parent_context=parent_context)
        found = next_events(value["voivodeship"] or "", value["how_many"] or 3, timezone.now())
        return {**context, "events": found}


class FiguresBlock(blocks.StructBlock):
    """What the portal counts about itself, counted when the page is shown."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    figures = blocks.ListBlock(
        blocks.ChoiceBlock(choices=Figure.choices, label=_("Figure")),
        label=_("Figures"),
        min_num=1,
        max_num=4,
    )

    class Meta:
        icon = "order"
        label = _("Figures")
        template = "cms/blocks/figures.html"

    def get_context(self, value: blocks.StructValue, parent_context: Context | None = None) -> Context:
        from cms.block_selectors import shown_figures

        context = super().get_context(value, parent_context=parent_context)
        return {**context, "figures": shown_figures(list(value["figures"]))}


class NewsBlock(blocks.StructBlock):
    """The newest articles of this language."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    how_many = blocks.IntegerBlock(label=_("How many"), min_value=1, max_value=6, default=3)

    class Meta:
        icon = "doc-full"
        label = _("Latest news")
        template = "cms/blocks/news.html"

    def get_context(self, value: blocks.StructValue, parent_context: Context | None = None) -> Context:
        from cms.block_selectors import latest_news

        context = super().get_context(value, parent_context=parent_context)
        return {**context, "articles": latest_news(value["how_many"] or 3)}
