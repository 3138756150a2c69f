"""Open Badges 3.0, pure: documents, proofs, status lists, baking, DIDs and verification.

Knows no Django and no database; everything it needs is passed in.
"""
