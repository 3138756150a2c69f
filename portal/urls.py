"""Addresses: a contract with scripts, wallets and printed codes (architecture.md §10)."""

from django.urls import path

urlpatterns: list[object] = []
