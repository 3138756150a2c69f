"""Slow work and sweeps, a module for each subject, loaded here."""
