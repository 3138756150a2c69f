"""Who may do what with what a learner shows. The single law that every door obeys (architecture.md §3)."""
