"""The description standard of an achievement as people write it: its parts, reading them in, what is missing, what
changed. Knows no database.
"""
