"""Backup and restore: one archive with database and media, and the keys apart in a sealed one (case OP-01)."""
