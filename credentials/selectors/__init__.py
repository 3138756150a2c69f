"""Reading. Importing the package registers every selector with the gate."""

from credentials.selectors import (
    achievements,
    afterwards_lines,
    answering,
    application_lines,
    applications,
    credentials,
    defining,
    evidence,
    issuer_notices,
    offers,
    trust,
)

__all__ = [
    "achievements",
    "afterwards_lines",
    "answering",
    "application_lines",
    "applications",
    "credentials",
    "defining",
    "evidence",
    "issuer_notices",
    "offers",
    "trust",
]
