"""What whoever runs the portal looks at now and then. Rooms register checks; the desk and a command show them all.

`core.server.readiness` asks whether this process can serve now, for machines; this asks whether it will go on doing
so, for a person, and says what to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


class State(StrEnum):
    OK = "ok"
    LOOK = "look"
    BROKEN = "broken"


@dataclass(frozen=True)
class Finding:
    """How one thing stands: a sentence, and what to do about it ("" when there is nothing to do)."""

    state: State
    line: str
    todo: str = ""


@dataclass(frozen=True)
class Checked:
    name: str
    label: str
    finding: Finding


Check = Callable[[], Finding]
_checks: dict[str, tuple[str | Promise, Check]] = {}


def register(name: str, label: str | Promise, check: Check) -> None:
    """Add a check, or put another one in its place. It reads, quickly: nothing of other sites, nothing slow."""
    _checks[name] = (label, check)


def registered() -> tuple[str, ...]:
    return tuple(_checks)


def check_all() -> list[Checked]:
    """Every check in the order of its registration. One that stumbles is itself broken, and the rest go on."""
    return [Checked(name, str(label), _asked(name, check)) for name, (label, check) in _checks.items()]


def worst_of(checked: list[Checked]) -> State:
    found = {one.finding.state for one in checked}
    return next((state for state in (State.BROKEN, State.LOOK) if state in found), State.OK)


def _asked(name: str, check: Check) -> Finding:
    try:
        return check()
    except Exception:
        logger.exception("The self-check %s stumbled", name)
        return Finding(State.BROKEN, _("This could not be looked at."), _("The log says why."))
