""" "I can do this already": applying with evidence, and answering beside the criteria."""

from __future__ import annotations

from typing import Any

import graphene
from django.utils import timezone

from core.access import access
from core.graphql import SELF, Mutation, few, mutations, query_field
from credentials import application_rules as rules
from credentials.graphql.application_types import ApplicationDeskView, LearnerApplicationView
from credentials.graphql.evidence_types import EvidenceInput, pieces_of
from credentials.models import Achievement, ApplicationDesk, LearnerApplication
from credentials.rules import VIEW_ACHIEVEMENT
from credentials.selectors import applications as reading
from credentials.selectors.applications import MOST_APPLICATIONS, MOST_DESKS, ApplicationView, DeskView
from credentials.selectors.offerable import place_named
from credentials.services import application_desks
from credentials.services import applications as services


class ApplicationQueries:
    @query_field(
        few(LearnerApplicationView, most=MOST_APPLICATIONS),
        permission=rules.SEE_APPLICATIONS,
        target=SELF,
        description="One's own applications, the newest first.",
    )
    def my_applications(info: Any, target: Any) -> tuple[ApplicationView, ...]:
        return reading.application_views(reading.own_applications(target)[:MOST_APPLICATIONS], target)

    @query_field(
        few(LearnerApplicationView, most=MOST_APPLICATIONS),
        permission=rules.SEE_APPLICATIONS,
        target=SELF,
        description="What waits for one's answer, the oldest first.",
    )
    def applications_to_review(info: Any, target: Any) -> tuple[ApplicationView, ...]:
        return reading.application_views(reading.to_review(target)[:MOST_APPLICATIONS], target)

    @query_field(
        LearnerApplicationView,
        permission=rules.VIEW_APPLICATION,
        target=LearnerApplication,
        target_argument="application_id",
    )
    def application(info: Any, target: LearnerApplication) -> ApplicationView:
        return reading.application_view(target, info.context.user)

    @query_field(
        few(ApplicationDeskView, most=MOST_DESKS),
        permission=VIEW_ACHIEVEMENT,
        target=Achievement,
        description="Where one may apply for this badge: the own class first.",
    )
    def application_desks(info: Any, target: Achievement) -> tuple[DeskView, ...]:
        return reading.desks_for(info.context.user, target)

    @query_field(
        few(ApplicationDeskView, most=MOST_DESKS),
        permission=rules.SEE_APPLICATIONS,
        target=SELF,
        description="The open desks at which one answers.",
    )
    def my_application_desks(info: Any, target: Any) -> tuple[DeskView, ...]:
        return reading.desk_views(reading.desks_of(target), target)


class OpenApplicationDesk(Mutation):
    """Let learners apply for a badge: those of a class or club one leads, or everybody at an issuer's."""

    class Meta:
        permission = rules.OPEN_DESK
        target = SELF

    class Input:
        place_id = graphene.ID(required=True)
        achievement_id = graphene.ID(required=True)

    desk_id = graphene.ID()

    @classmethod
    def act(cls, actor, target, *, place_id, achievement_id):
        achievement = access(actor, VIEW_ACHIEVEMENT, Achievement, achievement_id)
        place = place_named(actor, place_id)
        return {"desk_id": application_desks.open_desk(place, achievement, actor=actor).pk}


class CloseApplicationDesk(Mutation):
    """No new applications; those that wait are still answered."""

    class Meta:
        permission = rules.CLOSE_DESK
        target = ApplicationDesk
        target_argument = "desk_id"

    @classmethod
    def act(cls, actor, target):
        application_desks.close_desk(target, actor=actor, now=timezone.now())


def shown(application, actor):
    return {"application": reading.application_view(application, actor)}


class Apply(Mutation):
    """Show that one can do it already."""

    class Meta:
        permission = rules.APPLY
        target = ApplicationDesk
        target_argument = "desk_id"

    class Input:
        statement = graphene.String(required=True)
        evidence = graphene.List(graphene.NonNull(EvidenceInput), required=True)

    application = graphene.Field(LearnerApplicationView)

    @classmethod
    def act(cls, actor, target, *, statement, evidence):
        pieces = pieces_of(evidence, services.MOST_PIECES)
        return shown(services.apply(target, statement, pieces, actor=actor, now=timezone.now()), actor)


class AddToApplication(Mutation):
    """Add what was asked for."""

    class Meta:
        permission = rules.CHANGE_APPLICATION
        target = LearnerApplication
        target_argument = "application_id"

    class Input:
        statement = graphene.String(required=True)
        evidence = graphene.List(graphene.NonNull(EvidenceInput), required=True)

    application = graphene.Field(LearnerApplicationView)

    @classmethod
    def act(cls, actor, target, *, statement, evidence):
        pieces = pieces_of(evidence, services.MOST_PIECES)
        services.hand_in_more(target, statement, pieces, actor=actor, now=timezone.now())
        return shown(target, actor)


class WithdrawApplication(Mutation):
    """Take it back; what was sent is deleted at once."""

    class Meta:
        permission = rules.CHANGE_APPLICATION
        target = LearnerApplication
        target_argument = "application_id"

    application = graphene.Field(LearnerApplicationView)

    @classmethod
    def act(cls, actor, target):
        services.withdraw(target, actor=actor, now=timezone.now())
        return shown(target, actor)


class AskMoreOfApplication(Mutation):
    """One more thing is missing: say which."""

    class Meta:
        permission = rules.ANSWER_APPLICATION
        target = LearnerApplication
        target_argument = "application_id"

    class Input:
        hint = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, hint):
        services.ask_more(target, hint, actor=actor, now=timezone.now())


class SayNotYetToApplication(Mutation):
    """Not this time, with what to do next."""

    class Meta:
        permission = rules.ANSWER_APPLICATION
        target = LearnerApplication
        target_argument = "application_id"

    class Input:
        hint = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, hint):
        services.not_yet(target, hint, actor=actor, now=timezone.now())


class AcceptApplication(Mutation):
    """The criteria are met: the badge is awarded."""

    class Meta:
        permission = rules.ANSWER_APPLICATION
        target = LearnerApplication
        target_argument = "application_id"

    class Input:
        note = graphene.String()
        result = graphene.String(description="A grade on the scale of the badge.")

    batch_id = graphene.ID()
    undo_until = graphene.DateTime()

    @classmethod
    def act(cls, actor, target, *, note=None, result=None):
        given = services.accept(target, note or "", grade=result or "", actor=actor, now=timezone.now())
        return {"batch_id": given.batch_id, "undo_until": given.batch.undo_until}


ApplicationMutations = mutations(
    OpenApplicationDesk, CloseApplicationDesk, Apply, AddToApplication, WithdrawApplication,
    AskMoreOfApplication, SayNotYetToApplication, AcceptApplication,
)  # fmt: skip
