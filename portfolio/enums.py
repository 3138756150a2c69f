"""Choices of `portfolio`."""
