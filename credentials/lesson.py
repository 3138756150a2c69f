"""How long a lesson is: the time in which a badge should be in its owner's hands (product.md, part 3)."""

from datetime import timedelta

LESSON = timedelta(minutes=45)
