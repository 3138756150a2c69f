"""A club badge that tests use, and words that must stay words."""

from credentials.services.club_badges import ClubBadgeDesign

HELPING = ClubBadgeDesign(
    name="Pomocna dłoń",
    shape="bubble",
    palette="rose",
    symbol="heart",
    criterion="Za pomoc, o którą nie trzeba było prosić.",
)


def payloads() -> list[str]:
    """Script in the shapes that have broken pages elsewhere (TX-01)."""
    return [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</title><svg/onload=alert(1)>",
    ]
