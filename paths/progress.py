"""Rules of completion, without a database: what counts, what may be chosen, what comes next.

A path is a sequence of steps in order. A step is done once. A choice step names achievements, of which one is
earned in it; where it says *distinct in the path*, an achievement used by another step does not count again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from uuid import UUID

StepId = UUID
AchievementId = UUID


@dataclass(frozen=True)
class StepSpec:
    """One step as the rules see it. `choices` is empty unless the learner picks; `achievement` is the badge the
    step itself carries; `gated` steps (the credential at the end) open when all required steps before are done.
    """

    id: StepId
    required: bool = True
    achievement: AchievementId | None = None
    choices: frozenset[AchievementId] = field(default_factory=frozenset)
    distinct: bool = False
    gated: bool = False


@dataclass(frozen=True)
class Progress:
    """How many of the required steps are done. Optional steps never count against anybody."""

    done: int
    of: int

    @property
    def complete(self) -> bool:
        return self.done == self.of


def progress(path: Sequence[StepSpec], done: Set[StepId]) -> Progress:
    """Required steps done, of all required steps."""
    required = [step.id for step in path if step.required]
    return Progress(sum(step in done for step in required), of=len(required))


def is_ready(path: Sequence[StepSpec], done: Set[StepId]) -> bool:
    """Every required step but the gated ones is done, and a gated one is still to be had (answers.md 17)."""
    gated = [step for step in path if step.gated]
    return any(step.id not in done for step in gated) and all(
        step.id in done for step in path if step.required and not step.gated
    )


def is_open(step: StepSpec, path: Sequence[StepSpec], done: Set[StepId]) -> bool:
    """Any step may be worked on in any order; a gated one waits for the required steps before it."""
    if not step.gated:
        return True
    before = path[: path.index(step)]
    return all(earlier.id in done for earlier in before if earlier.required)


def steps_to(step: StepSpec, path: Sequence[StepSpec], done: Set[StepId]) -> int:
    """How many steps are left until `step` is done, itself included: a gated one waits for those before it."""
    before = path[: path.index(step)] if step.gated else ()
    return 1 + sum(earlier.required and earlier.id not in done for earlier in before)


def next_step(
    path: Sequence[StepSpec], done: Set[StepId], waiting: Set[StepId] = frozenset()
) -> StepSpec | None:
    """What to do now: the first open required step that is neither done nor waiting for the teacher; else the
    first that waits; else an optional one; None when nothing is left."""
    open_steps = [step for step in path if step.id not in done and is_open(step, path, done)]
    order = (
        lambda step: step.required and step.id not in waiting,
        lambda step: step.required,
        lambda step: step.id not in waiting,
        lambda step: True,
    )
    for wanted in order:
        for step in open_steps:
            if wanted(step):
                return step
    return None


def used_elsewhere(
    step: StepSpec, path: Sequence[StepSpec], used: Mapping[StepId, AchievementId]
) -> frozenset[AchievementId]:
    """Achievements that other steps of the path carry or have been used for. `used` maps a step to what was
    chosen or earned in it."""
    others = (other for other in path if other.id != step.id)
    return frozenset(
        taken for other in others for taken in (other.achievement, used.get(other.id)) if taken is not None
    )


def choosable(
    step: StepSpec, path: Sequence[StepSpec], used: Mapping[StepId, AchievementId]
) -> frozenset[AchievementId]:
    """What the learner may still choose in `step`."""
    return step.choices - used_elsewhere(step, path, used) if step.distinct else step.choices


def step_for_badge(
    badge: AchievementId,
    path: Sequence[StepSpec],
    done: Set[StepId],
    used: Mapping[StepId, AchievementId],
) -> StepSpec | None:
    """The step that a badge earned elsewhere completes: the one that carries it, else the choice step in which
    the learner had picked it, else the first open choice step that it fits. One badge completes one step."""
    open_steps = [step for step in path if step.id not in done and is_open(step, path, done)]
    for step in open_steps:
        if step.achievement == badge:
            return step
    for step in open_steps:
        if badge in step.choices and used.get(step.id) == badge:
            return step
    for step in open_steps:
        if step.id not in used and badge in choosable(step, path, used):
            return step
    return None


def matched(badges: Iterable[AchievementId], path: Sequence[StepSpec]) -> dict[StepId, AchievementId]:
    """Which steps a set of badges completes, each badge at most once, as if they arrived in the order given."""
    used: dict[StepId, AchievementId] = {}
    for badge in badges:
        step = step_for_badge(badge, path, used.keys(), used)
        if step is not None:
            used[step.id] = badge
    return used
