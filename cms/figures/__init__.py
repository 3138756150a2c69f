"""Figures for people who steer: a school, an issuer, the whole portal. Small groups stand in none of them."""
