"""Words as a search compares them: without diacritics, capitals and endings, in Polish, English and Ukrainian. Pure."""
