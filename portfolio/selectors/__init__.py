from portfolio.selectors import contacts, kept_data, presentation_consent, presentations, profile

__all__ = ["contacts", "kept_data", "presentation_consent", "presentations", "profile"]
