"""What events do when something happens elsewhere. A module for each subject, loaded here."""

from events.subscribers import attendance

__all__ = ["attendance"]
