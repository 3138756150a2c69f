"""The words a guardian agrees to. Each room composes those of its own purpose, in the language active now."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from people.enums import ConsentPurpose
from people.models import User

Compose = Callable[[User, UUID | None], str]
_composers: dict[str, Compose] = {}


def register(purpose: ConsentPurpose, compose: Compose) -> Compose:
    """Let `compose(subject, about_id)` write the text of a purpose: what exactly is agreed to, in plain sentences.

    It raises Refusal when the subject has no business with it: an event they cannot see, an age that needs nobody.
    """
    _composers[purpose] = compose
    return compose


def text_for(subject: User, purpose: str, about: UUID | None) -> str:
    """The text in the active language. Raises Refusal CONSENT_PURPOSE for a purpose that nobody composes."""
    compose = _composers.get(purpose)
    if compose is None:
        raise Refusal("CONSENT_PURPOSE", _("Nobody has to agree to this."), "purpose")
    return compose(subject, about)
