"""Production refuses to start with anything unsafe, whatever starts it (case OP-03)."""

from __future__ import annotations

import sys

from django.core.checks import Error, Tags, run_checks

from portal.checks import is_production


def refuse_unsafe_start() -> None:
    """SystemExit naming each thing to change, and the line that changes it."""
    if not is_production():
        return
    found = [
        one
        for one in run_checks(tags=[Tags.security, Tags.database], databases=["default"])
        if isinstance(one, Error) and (one.id or "").startswith("portal.")
    ]
    if found:
        sys.exit(
            "\n".join(["The portal does not start:", *(f"  {one.msg}\n    → {one.hint}" for one in found)])
        )
