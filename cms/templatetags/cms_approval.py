"""What the screen of a translation asks about its second editor."""

from __future__ import annotations

from django import template
from django.urls import reverse
from wagtail.models import Page

from cms.editing.approval import asks_for
from people.models import User

register = template.Library()


@register.simple_tag
def address_to_ask(page: Page, user: User) -> str:
    """Where this person asks for approval of the page; "" for whoever may not, and while somebody was asked."""
    return reverse("cms-ask-for-approval", args=[page.pk]) if asks_for(page, user) else ""
