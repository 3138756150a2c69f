"""Slow work and sweeps, a module for each subject, loaded here."""

from events.tasks import attendance, reminders

__all__ = ["attendance", "reminders"]
