"""Where the built front is: style sheets and scripts by entry."""


def doorway_assets() -> dict[str, list[str]]:
    return {"css": [], "js": []}
