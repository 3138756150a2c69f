from portfolio.models.contact import Contact
from portfolio.models.data_archive import DataArchive
from portfolio.models.own_words import OwnSkill, SpokenLanguage
from portfolio.models.presentation import PresentationPage, PresentedBadge

__all__ = ["Contact", "DataArchive", "OwnSkill", "PresentationPage", "PresentedBadge", "SpokenLanguage"]
