"""What is kept about people in this room: who answered a message. The messages are of visitors without an account."""

from cms.models import ContactMessage
from people.data_map import keeps
from people.enums import KeptTopic

keeps(ContactMessage, "answered_by", KeptTopic.FOR_OTHERS, "answered_at")
