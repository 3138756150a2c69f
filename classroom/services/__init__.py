"""Writing: one act, one transaction, one verb."""
