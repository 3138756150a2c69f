"""The phone's door to events."""
