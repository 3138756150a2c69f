"""Reading. Importing the package registers what the gate and the rooms downstairs ask of a class."""

from classroom.selectors import imports, sign_in_windows

__all__ = ["imports", "sign_in_windows"]
