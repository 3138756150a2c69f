"""What is kept about people in this room: thanks, nominations, vouching."""

from clubs.models import ClubBadge, Nomination, Thanks, Vouch
from people.data_map import does_not_hand_out, keeps
from people.enums import KeptTopic

keeps(Thanks, "giver", KeptTopic.PEOPLE, "group__name", "word", "created_at")
keeps(Thanks, "receiver", KeptTopic.PEOPLE, "group__name", "word", "created_at")
keeps(
    Nomination, "nominator", KeptTopic.PEOPLE,
    "group__name", "achievement__slug", "reason", "created_at",
)  # fmt: skip
keeps(
    Nomination,
    "decided_by",
    KeptTopic.FOR_OTHERS,
    "group__name",
    "achievement__slug",
    "decided_at",
    "accepted",
)
keeps(Vouch, "asked_by", KeptTopic.FOR_OTHERS, "club__slug", "state", "asked_at")
keeps(Vouch, "decided_by", KeptTopic.FOR_OTHERS, "club__slug", "state", "reason", "decided_at")
keeps(ClubBadge, "created_by", KeptTopic.FOR_OTHERS, "achievement__slug", "nominations_needed", "created_at")
does_not_hand_out(
    Nomination,
    "nominee",
    why="Who proposes somebody was promised that only those who lead the club read it; a badge tells the rest.",
)
