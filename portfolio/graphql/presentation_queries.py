"""Reading one's own presentation pages."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from core.graphql import SELF, few, query_field
from portfolio import rules
from portfolio.graphql import presentation_types as types
from portfolio.models import PresentationPage
from portfolio.selectors import presentation_screens as screens


class PresentationQueries:
    @query_field(
        few(types.PresentationCard, most=types.MOST_PAGES),
        permission=rules.SEE_PRESENTATIONS,
        target=SELF,
        description="One's own presentation pages, the oldest first.",
    )
    def my_presentations(info, target):
        return screens.my_presentations(target, timezone.now())

    @query_field(
        types.PresentationScreen,
        permission=rules.VIEW_PRESENTATION,
        target=PresentationPage,
        description="One of one's own presentation pages, with everything that could stand on it.",
    )
    def presentation(info: Any, target: PresentationPage) -> screens.PresentationScreen:
        return screens.presentation_screen(target, timezone.now())
