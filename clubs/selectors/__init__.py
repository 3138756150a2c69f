from clubs.selectors import map_layer, notice_lines, visibility

__all__ = ["map_layer", "notice_lines", "visibility"]
