"""Words of the libraries that people see here and that the libraries themselves do not say in pl or uk.

Catalogues alone: `tools/library_words.py` compares them with what is installed. They stand before the
libraries and behind the rooms in `INSTALLED_APPS`, so they may correct a library and never change a room.
"""
