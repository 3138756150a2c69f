"""What events do when something happens elsewhere. A module for each subject, loaded here."""

from events.subscribers import attendance, calm_lines, notices, pictures, reporting, sign_up, the_map

__all__ = ["attendance", "calm_lines", "notices", "pictures", "reporting", "sign_up", "the_map"]
