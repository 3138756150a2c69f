"""What stands behind `./dev`: setting up, running, checking and testing the project.

Modules here use the standard library alone, because most of them run before the project's own
environment exists; the few that need a locked package say so and are started with `python -m` inside it.
"""
