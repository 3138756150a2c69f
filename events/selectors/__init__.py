from events.selectors import events

__all__ = ["events"]
