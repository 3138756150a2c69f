"""Slow drills: what is too long or too rough for every test run. `./dev drill [NAME]`."""
