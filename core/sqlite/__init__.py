"""SQLite as a school's database: Django's backend with a fair lane for writers (architecture.md §5)."""
