""" "I can do this already": a learner applies with evidence, an assessor answers beside the criteria."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from core.throttling import Throttle
from credentials.domain_events import ApplicationAnswered, ApplicationHandedIn, ApplicationWithdrawn
from credentials.enums import OPEN_LEARNER_APPLICATIONS, EvidenceKind, LearnerApplicationDecision
from credentials.enums import LearnerApplicationState as State
from credentials.models import ApplicationDesk, Credential, LearnerApplication, LearnerApplicationReview
from credentials.selectors.credentials import holders_among
from credentials.selectors.sharing_age import old_enough_to_share
from credentials.services import collecting
from credentials.services.awarding import award
from credentials.services.collecting import Piece, collect
from credentials.services.issuer_awarding import award_by_issuer
from people.audiences import for_student_in, for_user
from people.models import User

MOST_PIECES = 10
STATEMENT, HINT = 1000, 500
# After the decision; as long as sensitive work is kept (answers.md 19).
KEPT = timedelta(days=90)
by_person = Throttle("applications", limit=settings.KOTYLION_LIMITS["applications_a_day"], seconds=86_400)


def apply(
    desk: ApplicationDesk, statement: str, pieces: Sequence[Piece], *, actor: User, now: datetime
) -> LearnerApplication:
    """Hand in for the first time. One at a time for a badge, ten a day in all.

    Raises Refusal DESK_CLOSED, HAVE_IT, APPLIED_ALREADY, GUARDIAN_FIRST, NOTHING_HANDED_IN, TOO_MANY_PIECES, Throttled,
    or what `collect` refuses.
    """
    words = clean_text(statement, limit=STATEMENT, field="statement", required=True)
    if desk.closed_at is not None:
        raise Refusal("DESK_CLOSED", _("No applications are taken here any more."))
    if holders_among(desk.achievement, [actor.pk]):
        raise Refusal("HAVE_IT", _("You have this badge already."))
    if desk.group_id is None and not old_enough_to_share(actor, now):
        raise Refusal(
            "GUARDIAN_FIRST",
            _("Below 16 a guardian first agrees that you show badges to people outside your school."),
        )
    by_person.take(str(actor.pk))
    try:
        with transaction.atomic():
            application = LearnerApplication.objects.create(
                desk=desk, achievement=desk.achievement, applicant=actor, statement=words,
                created_at=now, waiting_since=now,
            )  # fmt: skip
            _add(application, pieces, actor)
            _tell(ApplicationHandedIn(application_id=application.pk), application, actor)
    except IntegrityError as twice:
        raise Refusal(
            "APPLIED_ALREADY", _("You have applied for this badge. Add to that application instead.")
        ) from twice
    return application


@transaction.atomic
def hand_in_more(
    application: LearnerApplication, statement: str, pieces: Sequence[Piece], *, actor: User, now: datetime
) -> None:
    """Add what was asked for, or more before anybody has answered. Raises Refusal APPLICATION_OVER."""
    words = clean_text(statement, limit=STATEMENT, field="statement", required=True)
    _move(application, State.HANDED_IN, OPEN_LEARNER_APPLICATIONS, waiting_since=now, statement=words)
    _add(application, pieces, actor)
    _tell(ApplicationHandedIn(application_id=application.pk), application, actor)


@transaction.atomic
def withdraw(application: LearnerApplication, *, actor: User, now: datetime) -> None:
    """Take it back; the words and files are deleted at once. Raises Refusal APPLICATION_OVER."""
    _move(application, State.WITHDRAWN, OPEN_LEARNER_APPLICATIONS, decided_at=now, statement="")
    for piece in application.evidence.kept().select_related("upload"):
        collecting.withdraw(piece)
    _tell(ApplicationWithdrawn(application_id=application.pk), application, actor)


@transaction.atomic
def ask_more(application: LearnerApplication, hint: str, *, actor: User, now: datetime) -> None:
    """One more thing, said concretely. Raises Refusal APPLICATION_OVER."""
    words = clean_text(hint, limit=HINT, field="hint", required=True)
    _move(application, State.MORE_ASKED, (State.HANDED_IN,), waiting_since=now)
    _answer(application, LearnerApplicationDecision.MORE_ASKED, words, actor)


@transaction.atomic
def not_yet(application: LearnerApplication, hint: str, *, actor: User, now: datetime) -> None:
    """Not this time, with what to do next; the learner may apply again. Raises Refusal APPLICATION_OVER."""
    words = clean_text(hint, limit=HINT, field="hint", required=True)
    _move(application, State.NOT_YET, OPEN_LEARNER_APPLICATIONS, decided_at=now)
    _keep_until(application, now)
    _answer(application, LearnerApplicationDecision.NOT_YET, words, actor)


@transaction.atomic
def accept(
    application: LearnerApplication, note: str, *, actor: User, now: datetime, grade: str = ""
) -> Credential:
    """The badge is awarded in the same moment, and undone with it; `grade` is on its scale, "" for none.

    Raises Refusal APPLICATION_OVER, HAVE_IT, RESULT_… as `grading.graded`, or what awarding refuses.
    """
    words = clean_text(note, limit=HINT, field="note")
    _move(application, State.ACCEPTED, (State.HANDED_IN,), decided_at=now)
    given = _award(application, words, grade, actor, now)
    if given is None:
        raise Refusal("HAVE_IT", _("This person has the badge already."))
    LearnerApplication.objects.filter(pk=application.pk).update(credential=given)
    _keep_until(application, now)
    _answer(application, LearnerApplicationDecision.ACCEPTED, words, actor)
    return given


@transaction.atomic
def wait_again(batch_id: UUID, now: datetime) -> int:
    """The award was undone: its application waits for an answer again, unless the learner has made a new one."""
    reopened = 0
    for one in LearnerApplication.objects.filter(credential__batch=batch_id, state=State.ACCEPTED):
        if (
            not LearnerApplication.objects.open()
            .filter(applicant=one.applicant_id, achievement=one.achievement_id)
            .exists()
        ):
            _move(
                one, State.HANDED_IN, (State.ACCEPTED,), waiting_since=now, decided_at=None, credential=None
            )
            one.evidence.kept().update(keep_until=None)
            reopened += 1
    return reopened


def _award(
    application: LearnerApplication, note: str, grade: str, actor: User, now: datetime
) -> Credential | None:
    desk, person = application.desk, application.applicant
    evidence = list(application.evidence.kept())
    if desk.group is None:
        return award_by_issuer(
            desk.achievement, person, actor=actor, note=note, evidence=evidence, grade=grade, now=now
        )
    done = award(
        desk.achievement, [person], actor=actor, group=desk.group, note=note,
        evidence_of={person.pk: evidence}, language=person.language, results={person.pk: grade},
    )  # fmt: skip
    return done.credentials[0] if done.credentials else None


def _move(application: LearnerApplication, to: State, since: Sequence[State], **said: object) -> None:
    """Compare-and-set: of two answers in the same moment the first counts."""
    if not LearnerApplication.objects.filter(pk=application.pk, state__in=since).update(state=to, **said):
        raise Refusal(
            "APPLICATION_OVER", _("This application has been answered or taken back. Refresh the page.")
        )
    application.refresh_from_db()


def _add(application: LearnerApplication, pieces: Sequence[Piece], actor: User) -> None:
    had = application.evidence.kept().count()
    if not pieces and not had:
        raise Refusal("NOTHING_HANDED_IN", _("Add a text, a link or a file first."), "evidence")
    if had + len(pieces) > MOST_PIECES:
        raise Refusal("TOO_MANY_PIECES", _("Ten pieces are enough."), "evidence")
    version = application.desk.achievement.current_version
    assert version is not None  # a desk is for a published badge
    kinds = EvidenceKind.values
    given = collect(pieces, owner=actor, actor=actor, allowed=kinds, sensitivity=version.sensitivity)
    application.evidence.add(*given)


def _keep_until(application: LearnerApplication, now: datetime) -> None:
    application.evidence.kept().update(keep_until=timezone.localdate(now) + KEPT)


def _answer(
    application: LearnerApplication, decision: LearnerApplicationDecision, hint: str, actor: User
) -> None:
    LearnerApplicationReview.objects.create(
        application=application, decision=decision, hint=hint, reviewer=actor
    )
    _tell(ApplicationAnswered(application_id=application.pk), application, actor, deliver=True)


def _tell(
    fact: ApplicationHandedIn | ApplicationAnswered | ApplicationWithdrawn,
    application: LearnerApplication,
    actor: User,
    *,
    deliver: bool = False,
) -> None:
    """The learner and those who assess in the group, nobody else of it."""
    group_id, learner = application.desk.group_id, application.applicant_id
    audience = (
        for_student_in(learner, group_id, deliver=deliver)
        if group_id is not None
        else for_user(learner, deliver=deliver)
    )
    emit(fact, actor=actor, audience=audience)
