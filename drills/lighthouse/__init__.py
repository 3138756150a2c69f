"""Lighthouse on a simulated cheap phone with slow 4G, against the budgets of the design."""
