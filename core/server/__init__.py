"""The server: uvicorn in one process, pages in threads, live connections in the loop (architecture.md §5)."""
