"""Facts that `portfolio` announces."""
