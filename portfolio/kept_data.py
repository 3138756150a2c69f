"""What is kept about people in this room."""

from people.data_map import keeps
from people.enums import KeptTopic
from portfolio.models import Contact, DataArchive, OwnSkill, PresentationPage, SpokenLanguage

keeps(SpokenLanguage, "person", KeptTopic.PROFILE, "code", "level")
keeps(OwnSkill, "person", KeptTopic.PROFILE, "text", "area", "created_at", "hidden_at")
keeps(Contact, "asker", KeptTopic.PEOPLE, "asked_at", "agreed_at", "withdrawn_at")
keeps(Contact, "asked", KeptTopic.PEOPLE, "asked_at", "agreed_at", "declined_at")
keeps(
    PresentationPage, "owner", KeptTopic.PROFILE,
    "label", "headline", "about", "language", "shown_name", "look", "with_outcomes", "with_languages", "days",
    "expires_at", "withdrawn_at", "hidden_at", "views", "created_at",
)  # fmt: skip
keeps(DataArchive, "person", KeptTopic.ACCOUNT, "asked_at", "made_at", "size")
