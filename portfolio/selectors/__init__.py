from portfolio.selectors import (
    contacts,
    kept_data,
    notice_lines,
    presentation_consent,
    presentations,
    profile,
)

__all__ = ["contacts", "kept_data", "notice_lines", "presentation_consent", "presentations", "profile"]
