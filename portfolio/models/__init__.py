from portfolio.models.presentation import PresentationPage, PresentedBadge

__all__ = ["PresentationPage", "PresentedBadge"]
