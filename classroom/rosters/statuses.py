"""What a list says about whether somebody still attends."""

from enum import StrEnum

from classroom.rosters.wording import folded


class Attendance(StrEnum):
    """Attends, has left, or the word is not one we know."""

    ATTENDS = "attends"
    LEFT = "left"
    UNKNOWN = "unknown"


_ATTENDS = tuple(
    map(
        folded,
        (
            "uczeń",
            "uczennica",
            "uczęszcza",
            "aktywn",
            "active",
            "enrolled",
            "student",
            "учень",
            "учениц",
            "навчається",
        ),
    )
)
_LEFT = tuple(
    map(
        folded,
        (
            *(
                "skreślon",
                "wykreślon",
                "wypisan",
                "przeniesion",
                "odszed",
                "odeszł",
                "rezygn",
                "zrezygn",
                "nieaktywn",
            ),
            *("absolwent", "ukończ", "left", "withdrawn", "transferred", "inactive", "graduated", "removed"),
            *("вибув", "вибул", "відрахован", "переведен", "випускни"),
        ),
    )
)


def read_status(text: str) -> Attendance:
    """Blank means attending: a list of a class is a list of those who are in it."""
    word = folded(text)
    if not word or word.startswith(_ATTENDS):
        return Attendance.ATTENDS
    return Attendance.LEFT if word.startswith(_LEFT) else Attendance.UNKNOWN
