from cms.models.approval import SecondEditorTask
from cms.models.contact import ContactMessage, ContactPage
from cms.models.films import Film
from cms.models.glossary import GlossaryPage
from cms.models.help import HelpIndexPage, HelpPage
from cms.models.landing import LandingPage
from cms.models.menus import Menu
from cms.models.news import ArticlePage, NewsIndexPage
from cms.models.pages import HomePage, PublicPage, StandardPage
from cms.models.pictures import Picture, PictureRendition

__all__ = [
    "ArticlePage",
    "ContactMessage",
    "ContactPage",
    "Film",
    "GlossaryPage",
    "HelpIndexPage",
    "HelpPage",
    "HomePage",
    "LandingPage",
    "Menu",
    "NewsIndexPage",
    "Picture",
    "PictureRendition",
    "PublicPage",
    "SecondEditorTask",
    "StandardPage",
]
