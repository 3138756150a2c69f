from paths.selectors import visibility

__all__ = ["visibility"]
