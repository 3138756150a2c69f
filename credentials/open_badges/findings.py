"""Answers of a verification: yes, no, or *cannot tell now*. A valid signature alone is never a green tick."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"


YES, NO, CANNOT_TELL = Answer.YES, Answer.NO, Answer.CANNOT_TELL


@dataclass(frozen=True)
class Finding:
    """One question answered; ``reason`` is a stable code, empty for a plain yes."""

    answer: Answer
    reason: str = ""

    def __bool__(self) -> bool:
        raise TypeError("a finding has three answers; compare .answer")
