"""Three organisations besides the school: accredited with an agreement, waiting for a decision, suspended.

Their people are in no class or club, and the operator decided about them with the services of the desk.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from credentials.enums import Standing
from credentials.issuer_criteria import REQUIRED
from credentials.models import Issuer, IssuerApplication, IssuerLetter
from credentials.services import accrediting, applying
from credentials.services.standings import Agreement
from people.models import User
from portal.demo.clock import at
from portal.demo.issuer_words import ANSWERS

MET: Mapping[str, Mapping[str, Any]] = {code: {"met": True, "note": ""} for code in REQUIRED}


def make_organisations(document: Mapping[str, Any], now: datetime) -> None:
    """Each once; run again, nothing happens."""
    operator = User.objects.get(username="admin")
    for described in document["organisations"]:
        founder = User.objects.get(username=described["founder"])
        if IssuerApplication.objects.filter(started_by=founder).exists():
            continue
        issuer = _applied(described, founder, now)
        if described["standing"] != Standing.APPLIED:
            _accredited(issuer, described, operator, now)
        if described["standing"] == Standing.SUSPENDED:
            with at(moment := now - timedelta(days=9)):
                accrediting.suspend(issuer, actor=operator, now=moment, reason=described["reason"])
        # Invented addresses get no letters.
        IssuerLetter.objects.filter(issuer=issuer).delete()


def _applied(described: Mapping[str, Any], founder: User, now: datetime) -> Issuer:
    days = 2 if described["standing"] == Standing.APPLIED else 150
    with at(moment := now - timedelta(days=days)):
        application = applying.start_issuer(founder, name=described["name"]["pl"])
        said = {key: described[key] for key in ("name", "description", "quality_assurance", "url", "email")}
        applying.describe_issuer(application.issuer, said, actor=founder)
        answers = {code: {"text": text, "link": ""} for code, text in ANSWERS.items()}
        applying.save_answers(application, answers, actor=founder)
        applying.send_application(application, actor=founder, now=moment)
        return application.issuer


def _accredited(issuer: Issuer, described: Mapping[str, Any], operator: User, now: datetime) -> None:
    with at(moment := now - timedelta(days=120)):
        starts = timezone.localtime(moment).date()
        agreement = Agreement(described["agreement_number"], starts, starts + timedelta(days=2 * 365))
        waiting = applying.open_application(issuer)
        accrediting.accept(waiting, agreement, MET, actor=operator, now=moment)
        issuer.refresh_from_db()
