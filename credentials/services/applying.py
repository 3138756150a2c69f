"""An organisation asks to be an issuer: it says who it is, assesses itself, sends, and may take back what it sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import IntegrityError, transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal, Refusals
from core.text import clean_text
from core.throttling import Throttle
from core.translated import FALLBACK, LANGUAGES
from credentials.domain_events import IssuerDescribed, IssuerStarted
from credentials.enums import (
    OPEN_ISSUER_APPLICATIONS,
    IssuerApplicationState,
    Standing,
    StandingCause,
)
from credentials.issuer_criteria import ANSWER_LETTERS, BY_CODE, LINK_LETTERS, REQUIRED
from credentials.models import Issuer, IssuerApplication, IssuerMember
from credentials.services.standings import about_issuer, change_standing
from credentials.slugs import plain_slug
from people.models import Group, User

NAME_LETTERS, TEXT_LETTERS = 120, 1500
# While it is being looked at nothing changes under the eyes of who decides.
WRITABLE = (IssuerApplicationState.DRAFT, IssuerApplicationState.MORE_ASKED)
# Begun and taken back, again and again, would fill the table with names.
starts = Throttle("issuers-started", limit=10, seconds=86_400)
_is_web_address = URLValidator(schemes=["http", "https"])


def start_issuer(actor: User, *, name: str, group: Group | None = None) -> IssuerApplication:
    """Begin an application for `group` (a school or organisation for which the actor speaks), or, without one, for an
    organisation that is new here. Who begins manages the issuer.

    Raises Refusal ISSUER_EXISTS when the group has an issuer, TOO_MANY_ISSUERS, or TEXT_… about the name.
    """
    name = clean_text(name, limit=NAME_LETTERS, multiline=False, field="name", required=True)
    with transaction.atomic():
        if group is None:
            _check_number(actor)
        elif Issuer.objects.filter(group=group).exists():
            raise Refusal(
                "ISSUER_EXISTS", _("It is an issuer already. Open it in the list."), "organisation_id"
            )
        issuer = Issuer.objects.create(slug=_free_slug(name), name={FALLBACK: name}, group=group)
        if group is not None:
            issuer.may_award.add(group)
        IssuerMember.objects.create(
            issuer=issuer, user=actor, manages=True, may_define=True, may_award=True, added_by=actor
        )
        return _begin(issuer, actor)


def begin_application(issuer: Issuer, actor: User) -> IssuerApplication:
    """The open application of an issuer, or a new one that begins with the answers of the last.

    Raises Refusal ISSUER_SUSPENDED: what is suspended is lifted, not applied for.
    """
    if issuer.standing == Standing.SUSPENDED:
        raise Refusal(
            "ISSUER_SUSPENDED", _("The issuer is suspended. Clear that up first with who suspended it.")
        )
    try:
        with transaction.atomic():
            found = issuer.applications.filter(state__in=OPEN_ISSUER_APPLICATIONS).first()
            return found or _begin(issuer, actor)
    except IntegrityError:  # somebody else began at the same moment
        return issuer.applications.get(state__in=OPEN_ISSUER_APPLICATIONS)


def open_application(issuer: Issuer) -> IssuerApplication:
    """The one that is not decided yet. Raises Refusal APPLICATION_CLOSED when there is none."""
    found: IssuerApplication | None = issuer.applications.filter(state__in=OPEN_ISSUER_APPLICATIONS).first()
    if found is None:
        raise _closed()
    return found


def describe_issuer(issuer: Issuer, said: Mapping[str, Any], *, actor: User) -> Issuer:
    """Change what the issuer says about itself: `name`, `description`, `quality_assurance` (words by language), `url`,
    `email`. What is left out stays. The Polish name of an accredited issuer stays as it was accredited.

    Raises Refusal NAME_FIXED, LINK_EXPECTED, EMAIL_EXPECTED, or TEXT_… about a field.
    """
    fields = []
    for field, limit in (
        ("name", NAME_LETTERS),
        ("description", TEXT_LETTERS),
        ("quality_assurance", TEXT_LETTERS),
    ):
        if said.get(field) is not None:
            setattr(issuer, field, _words(said[field], field, limit))
            fields.append(field)
    if "name" in fields and issuer.standing not in (Standing.DRAFT, Standing.APPLIED):
        before = Issuer.objects.values_list("name", flat=True).get(pk=issuer.pk)
        if before.get(FALLBACK) != issuer.name.get(FALLBACK):
            raise Refusal(
                "NAME_FIXED", _("The name is that of the agreement. The operator can change it."), "name"
            )
    for field, check in (("url", _web_address), ("email", _mail_address)):
        if said.get(field) is not None:
            setattr(issuer, field, check(said[field], field))
            fields.append(field)
    if fields:
        with transaction.atomic():
            issuer.save(update_fields=fields)
            emit(IssuerDescribed(issuer_id=issuer.pk), actor=actor, audience=about_issuer(issuer))
    return issuer


def save_answers(
    application: IssuerApplication, answers: Mapping[str, Mapping[str, str]], *, actor: User
) -> IssuerApplication:
    """Keep answers by the code of a criterion, each {"text", "link"}; what is left out stays.

    Raises Refusal APPLICATION_CLOSED, CRITERION_UNKNOWN, LINK_EXPECTED, or TEXT_… about the criterion.
    """
    kept = {}
    for code, answer in answers.items():
        if code not in BY_CODE:
            raise Refusal("CRITERION_UNKNOWN", _("There is no such question."))
        kept[code] = {
            "text": clean_text(answer.get("text") or "", limit=ANSWER_LETTERS, field=code),
            "link": _web_address(answer.get("link") or "", code),
        }
    with transaction.atomic():
        locked = IssuerApplication.objects.select_for_update().get(pk=application.pk)
        if locked.state not in WRITABLE:
            raise _closed()
        locked.answers = locked.answers | kept
        locked.save(update_fields=["answers"])
    application.answers = locked.answers
    return application


def send_application(application: IssuerApplication, *, actor: User, now: datetime) -> IssuerApplication:
    """Hand it to who decides. A draft issuer has *applied* from now on; one that stands keeps its standing meanwhile.

    Raises Refusal APPLICATION_CLOSED, or Refusals that name every unanswered question and missing words.
    """
    issuer = application.issuer
    gaps = _gaps(application)
    if gaps:
        raise Refusals(gaps)
    with transaction.atomic():
        sent = IssuerApplication.objects.filter(pk=application.pk, state__in=WRITABLE).update(
            state=IssuerApplicationState.SENT, sent_at=now, decided_at=None, decided_by=None
        )
        if not sent:
            raise _closed()
        standing = Standing.APPLIED if issuer.standing == Standing.DRAFT else Standing(issuer.standing)
        change_standing(
            issuer, standing, StandingCause.APPLICATION_SENT, actor=actor, now=now,
            expected=(issuer.standing,),
        )  # fmt: skip
    application.refresh_from_db()
    return application


def withdraw_application(application: IssuerApplication, *, actor: User, now: datetime) -> IssuerApplication:
    """Take an open application back. Again changes nothing."""
    issuer = application.issuer
    with transaction.atomic():
        was_sent = application.state != IssuerApplicationState.DRAFT
        withdrawn = IssuerApplication.objects.filter(
            pk=application.pk, state__in=OPEN_ISSUER_APPLICATIONS
        ).update(state=IssuerApplicationState.WITHDRAWN, decided_at=now)
        if withdrawn and was_sent:
            standing = Standing.DRAFT if issuer.standing == Standing.APPLIED else Standing(issuer.standing)
            change_standing(
                issuer, standing, StandingCause.APPLICATION_WITHDRAWN, actor=actor, now=now,
                expected=(issuer.standing,),
            )  # fmt: skip
    application.refresh_from_db()
    return application


def _begin(issuer: Issuer, actor: User) -> IssuerApplication:
    last = issuer.applications.order_by("-created_at").first()
    application = IssuerApplication.objects.create(
        issuer=issuer, started_by=actor, answers=last.answers if last else {}
    )
    fact = IssuerStarted(issuer_id=issuer.pk, application_id=application.pk)
    emit(fact, actor=actor, audience=about_issuer(issuer))
    return application


def _check_number(actor: User) -> None:
    starts.take(str(actor.pk))
    open_ones = IssuerApplication.objects.filter(
        started_by=actor, state__in=OPEN_ISSUER_APPLICATIONS, issuer__group=None
    )
    if open_ones.count() >= settings.KOTYLION_LIMITS["issuers_started_open"]:
        raise Refusal("TOO_MANY_ISSUERS", _("Finish one of your applications first, or take it back."))


def _gaps(application: IssuerApplication) -> list[Refusal]:
    issuer, answers = application.issuer, application.answers
    found = [
        Refusal("ANSWER_MISSING", _("This has to be answered."), code)
        for code in REQUIRED
        if not (answers.get(code) or {}).get("text")
    ]
    for field in ("description", "quality_assurance"):
        if not getattr(issuer, field).get(FALLBACK):
            found.append(Refusal("TEXT_EMPTY", gettext("Write something here."), field))
    if not issuer.email:
        found.append(Refusal("EMAIL_EXPECTED", gettext("Say where you can be reached."), "email"))
    return found


def _words(given: Mapping[str, str], field: str, limit: int) -> dict[str, str]:
    cleaned = {
        language: clean_text(
            given.get(language) or "", limit=limit, multiline=limit > NAME_LETTERS, field=field,
            required=language == FALLBACK,
        )
        for language in LANGUAGES
    }  # fmt: skip
    return {language: words for language, words in cleaned.items() if words}


def _web_address(value: str, field: str) -> str:
    link = clean_text(value, limit=LINK_LETTERS, multiline=False, field=field)
    try:
        if link:
            _is_web_address(link)
    except ValidationError as wrong:
        raise Refusal(
            "LINK_EXPECTED", _("Write a whole address that begins with https://."), field
        ) from wrong
    return link


def _mail_address(value: str, field: str) -> str:
    address = clean_text(value, limit=254, multiline=False, field=field)
    try:
        if address:
            validate_email(address)
    except ValidationError as wrong:
        raise Refusal("EMAIL_EXPECTED", _("This is no e-mail address."), field) from wrong
    return address


def _free_slug(name: str) -> str:
    plain = plain_slug(name)[:44].strip("-") or "wydawca"
    taken = Issuer.objects.filter(slug=plain).exists()
    return f"{plain}-{get_random_string(4, 'abcdefghjkmnpqrstvwxyz23456789')}" if taken else plain


def _closed() -> Refusal:
    return Refusal("APPLICATION_CLOSED", _("The application is with who decides, or decided already."))
