"""Benchmarks: the product and its floor in the same run, in turn. `./dev bench [SCENARIO] [--json]`."""
