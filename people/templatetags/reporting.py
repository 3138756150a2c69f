"""`{% load reporting %}{% report_address "clubs.Club" club.pk %}`: where whoever reads this can report it."""

from __future__ import annotations

from uuid import UUID

from django import template

from people.reporting import report_path

register = template.Library()


@register.simple_tag
def report_address(kind: str, object_id: UUID) -> str:
    """The path of the form."""
    return report_path(kind, object_id)
