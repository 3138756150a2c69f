"""What the editors' admin has besides Wagtail's own: menus, messages, faults of pages, approval of translations."""
