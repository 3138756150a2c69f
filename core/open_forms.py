"""Forms that anybody may send: people are told from machines without a third party, by a field that people do not see
and by the time that writing takes.
"""

from __future__ import annotations

import time

from django.core import signing
from django.utils.translation import gettext_lazy

from core.refusals import Refusal, Refusals

# A person needs longer to write a sentence; a form that lay open for a day is loaded anew.
LEAST_SECONDS = 3
MOST_SECONDS = 24 * 3600


def opened_stamp(form: str) -> str:
    """Says, signed, when `form` was opened."""
    return signing.dumps(int(time.time()), salt=form)


def sent_by_a_machine(form: str, *, trap: str, stamp: str) -> bool:
    """Whether the trap was filled, or the form came back faster than a person writes, or was never opened here.

    Raises Refusals FORM_OLD for who left the page open too long.
    """
    if trap:
        return True
    try:
        opened = int(signing.loads(stamp[:200], salt=form))
    except (signing.BadSignature, ValueError, TypeError):
        return True
    age = time.time() - opened
    if age > MOST_SECONDS:
        raise Refusals([Refusal("FORM_OLD", gettext_lazy("The page lay open too long. Send it again."))])
    return age < LEAST_SECONDS
