"""Without “р.” (year): its full stop doubled that of the sentence around the date; and 1 листопада, not 01."""

DATE_FORMAT = "j E Y"
