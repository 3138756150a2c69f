"""The doorways of a class: printing cards, uploading a list."""
