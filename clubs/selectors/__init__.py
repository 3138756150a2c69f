from clubs.selectors import visibility

__all__ = ["visibility"]
