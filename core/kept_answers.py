"""Whole answers that are the same for every stranger, kept in this process for a minute.

A view says by `kept_for_strangers` that its answer may be kept and what it depends on; `portal.kept_answers` decides
for each request and each answer. Bounded by bytes, because whoever asks makes up the address.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from threading import Lock
from typing import TypeVar

from django.http import HttpRequest, HttpResponse

SECONDS = 60
MOST_BYTES = 32 * 1024 * 1024
MOST_BYTES_OF_ONE = 256 * 1024
# What an answer costs besides its body.
_OVERHEAD = 4096

State = Callable[[], str]
View = TypeVar("View", bound=Callable[..., HttpResponse])


@dataclass(frozen=True)
class KeepWhile:
    """An answer is true while `state()` is what it `was` before anything was read for it."""

    state: State
    was: str


@dataclass(frozen=True)
class KeptAnswer:
    headers: tuple[tuple[str, str], ...]
    body: bytes
    true_while: KeepWhile
    since: float = field(default_factory=time.monotonic)

    def is_true(self) -> bool:
        return time.monotonic() - self.since < SECONDS and self.true_while.state() == self.true_while.was


def kept_for_strangers(state: State) -> Callable[[View], View]:
    """A view whose answer to a stranger follows from its address, the language and `state()`, and from nothing else."""

    def decorate(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            keep = KeepWhile(state, state())
            response = view(request, *args, **kwargs)
            response.keep_while = keep  # type: ignore[attr-defined]
            return response

        return asked  # type: ignore[return-value]

    return decorate


class Shelf:
    """Answers by their questions; those not asked for longest go first. Threads may share it."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._answers: OrderedDict[tuple[str, ...], KeptAnswer] = OrderedDict()
        self._lock = Lock()

    def get(self, question: tuple[str, ...]) -> KeptAnswer | None:
        with self._lock:
            answer = self._answers.get(question)
            if answer is not None:
                self._answers.move_to_end(question)
            return answer

    def put(self, question: tuple[str, ...], answer: KeptAnswer) -> None:
        if len(answer.body) > MOST_BYTES_OF_ONE:
            return
        with self._lock:
            self._drop(question)
            self._answers[question] = answer
            self._bytes += _size(answer)
            while self._bytes > self._most_bytes:
                self._drop(next(iter(self._answers)))

    def drop(self, question: tuple[str, ...]) -> None:
        with self._lock:
            self._drop(question)

    def __len__(self) -> int:
        return len(self._answers)

    def _drop(self, question: tuple[str, ...]) -> None:
        gone = self._answers.pop(question, None)
        if gone is not None:
            self._bytes -= _size(gone)


def _size(answer: KeptAnswer) -> int:
    return len(answer.body) + _OVERHEAD
