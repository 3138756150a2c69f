"""First words of addresses that belong to the portal and not to its editors (answers.md 5)."""

RESERVED_WORDS = frozenset(
    {
        "app", "cms", "cms-media", "graphql", "ws", "healthz", "readyz", "calendar", "catalogue", "events",
        "achievements", "credentials", "verify", "p", "c", "o", "offers", "j", "s", "e", "issuers", "status",
        "sign-in", "sign-out", "account", "uploads", "media", "static", "language", "classes",
        "rosters", "en", "uk", "pl", "robots.txt", "sitemap.xml",
        "favicon.ico", "accounts", "api", "admin", "django-admin", "documents", ".well-known", "docs", "consent",
        "events.geojson", "events.ics", "rules", "clubs", "codes", "figures", "paths", "feeds", "sitemap-", "look",
        "my-data", "report",
    }
)  # fmt: skip
