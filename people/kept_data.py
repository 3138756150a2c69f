"""What is kept about people in this room, and in `core`."""

from core.models import Activity, Delivery, Receipt
from people.data_map import keeps
from people.enums import KeptTopic
from people.models import (
    Consent,
    GroupBlock,
    Invitation,
    JoinCode,
    JoinRequest,
    KnownDevice,
    Membership,
    Report,
    SignInCard,
    User,
)

keeps(
    User, "pk", KeptTopic.ACCOUNT,
    "username", "given_name", "family_name", "nickname", "email", "kind", "born_on", "language", "register_number",
    "learner_number", "celebrations", "notice_seen_at", "date_joined", "last_login",
)  # fmt: skip
keeps(KnownDevice, "user", KeptTopic.ACCOUNT, "created_at")
keeps(SignInCard, "user", KeptTopic.ACCOUNT, "created_at", "ended_at")
keeps(Invitation, "used_by", KeptTopic.ACCOUNT, "group__name", "role", "created_at", "used_at")
keeps(Membership, "user", KeptTopic.GROUPS, "group__name", "group__kind", "role", "joined_at", "left_at")
keeps(JoinRequest, "user", KeptTopic.GROUPS, "group__name", "asked_at", "decided_at", "accepted")
keeps(GroupBlock, "user", KeptTopic.GROUPS, "group__name", "blocked_at", "lifted_at")
keeps(
    Consent, "subject", KeptTopic.CONSENTS,
    "purpose", "text", "language", "asked_at", "given_by", "given_at", "refused_at", "withdrawn_at", "valid_until",
)  # fmt: skip
keeps(
    Report, "author", KeptTopic.REPORTS,
    "kind", "snapshot", "created_at", "hidden_at", "decision", "decision_reason", "decided_at", "appeal",
    "appealed_at", "appeal_decision", "appeal_reason", "appeal_decided_at",
)  # fmt: skip
keeps(
    Report, "reporter", KeptTopic.REPORTS,
    "kind", "reason", "details", "created_at", "decision", "decided_at",
)  # fmt: skip
keeps(Activity, "actor", KeptTopic.TRAIL, "fact", "created_at")
keeps(Delivery, "recipient", KeptTopic.TRAIL, "activity__fact", "created_at", "seen_at")
keeps(Receipt, "user", KeptTopic.TRAIL, "operation", "created_at")
keeps(Consent, "asked_by", KeptTopic.FOR_OTHERS, "purpose", "asked_at")
keeps(Invitation, "created_by", KeptTopic.FOR_OTHERS, "group__name", "role", "created_at", "used_at")
keeps(JoinCode, "created_by", KeptTopic.FOR_OTHERS, "group__name", "created_at", "ended_at")
keeps(JoinRequest, "decided_by", KeptTopic.FOR_OTHERS, "group__name", "decided_at", "accepted")
keeps(GroupBlock, "blocked_by", KeptTopic.FOR_OTHERS, "group__name", "blocked_at", "lifted_at")
keeps(SignInCard, "created_by", KeptTopic.FOR_OTHERS, "created_at")
keeps(Report, "decided_by", KeptTopic.FOR_OTHERS, "kind", "decision", "decision_reason", "decided_at")
keeps(Report, "appeal_decided_by", KeptTopic.FOR_OTHERS, "kind", "appeal_decision", "appeal_decided_at")
keeps(User.groups.through, "user", KeptTopic.ACCOUNT, "group__name")
keeps(User.user_permissions.through, "user", KeptTopic.ACCOUNT, "permission__codename")
