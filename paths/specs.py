"""From rows to the pure rules: the steps of a path as `progress` sees them. A path never changes under a learner
in one request, so this costs two queries whatever its length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from paths.enums import StepKind
from paths.models import Step
from paths.progress import StepSpec


@dataclass(frozen=True)
class PathSteps:
    """The steps of one path in order, as rows and as specs."""

    steps: tuple[Step, ...]
    specs: tuple[StepSpec, ...]

    def spec(self, step_id: UUID) -> StepSpec:
        return next(spec for spec in self.specs if spec.id == step_id)

    def step(self, step_id: UUID) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)


# What only a screen of one step shows.
LONG_TEXTS = ("description", "why", "example", "quiz", "curriculum", "evidence_kinds")


def spec_of(step: Step, choices: Iterable[UUID]) -> StepSpec:
    return StepSpec(
        id=step.pk,
        required=step.required,
        achievement=step.achievement_id,
        choices=frozenset(choices),
        distinct=step.distinct_in_path,
        gated=step.kind == StepKind.CREDENTIAL,
    )


def steps_of_paths(path_ids: Iterable[UUID], *, with_choices: bool = True) -> dict[UUID, PathSteps]:
    """The steps of several paths: two queries for all of them, one without what may be chosen in them."""
    steps = Step.objects.filter(path_id__in=list(path_ids)).order_by("path_id", "position")
    rows = list(steps if with_choices else steps.defer(*LONG_TEXTS))
    choices: dict[UUID, list[UUID]] = {}
    choosing = [row.pk for row in rows if row.choose_count] if with_choices else []
    links = Step.choices.through.objects.filter(step_id__in=choosing)
    for step_id, achievement_id in links.values_list("step_id", "achievement_id"):
        choices.setdefault(step_id, []).append(achievement_id)
    by_path: dict[UUID, list[Step]] = {}
    for row in rows:
        by_path.setdefault(row.path_id, []).append(row)
    return {
        path_id: PathSteps(tuple(steps), tuple(spec_of(step, choices.get(step.pk, ())) for step in steps))
        for path_id, steps in by_path.items()
    }


def specs_of_paths(path_ids: Iterable[UUID]) -> dict[UUID, tuple[StepSpec, ...]]:
    """The rules' view of several paths alone: one query for all of them."""
    rows = (
        Step.objects.filter(path_id__in=list(path_ids))
        .order_by("path_id", "position")
        .values_list("path_id", "id", "required", "achievement_id", "distinct_in_path", "kind", "choices")
    )
    found: dict[UUID, dict[UUID, StepSpec]] = {}
    for path_id, pk, required, achievement_id, distinct, kind, choice in rows:
        steps = found.setdefault(path_id, {})
        known = steps.get(pk) or StepSpec(
            pk, required, achievement_id, frozenset(), distinct, kind == StepKind.CREDENTIAL
        )
        steps[pk] = replace(known, choices=known.choices | {choice}) if choice else known
    return {path_id: tuple(steps.values()) for path_id, steps in found.items()}


def steps_of(path_id: UUID) -> PathSteps:
    return steps_of_paths([path_id]).get(path_id, PathSteps((), ()))
