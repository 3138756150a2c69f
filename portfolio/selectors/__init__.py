from portfolio.selectors import contacts, kept_data, profile

__all__ = ["contacts", "kept_data", "profile"]
