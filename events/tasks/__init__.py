"""Slow work and sweeps, a module for each subject, loaded here."""

from events.tasks import attendance, pictures, reminders

__all__ = ["attendance", "pictures", "reminders"]
