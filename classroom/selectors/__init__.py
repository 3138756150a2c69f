"""Reading. Importing the package registers what the gate and the rooms downstairs ask of a class."""

from classroom.selectors import sign_in_windows

__all__ = ["sign_in_windows"]
