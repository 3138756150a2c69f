from clubs.selectors import map_layer, visibility

__all__ = ["map_layer", "visibility"]
