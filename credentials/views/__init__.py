"""Doorways: plain pages and documents at the addresses of architecture.md §10."""
