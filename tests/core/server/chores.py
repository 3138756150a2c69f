"""A task whose doing can be seen from outside."""

from pathlib import Path

from django_tasks import task


@task()
def note_down(place: str) -> None:
    Path(place).touch()
