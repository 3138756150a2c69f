"""The contact page, and what was written through it."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.blocks import TopicBlock
from cms.models.pages import PublicPage


class ContactPage(PublicPage):
    """A form with a subject, a text and, if an answer is wanted, an e-mail address."""

    topics = StreamField(
        [("topic", TopicBlock())],
        verbose_name=_("subjects to choose from"),
        blank=True,
        max_num=12,
        help_text=_("Without any, people simply write."),
    )
    thanks = models.CharField(
        _("after sending"), max_length=300, help_text=_("When and how you answer, in one or two sentences.")
    )

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("topics"),
        FieldPanel("thanks"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/contact_page.html"

    class Meta:
        verbose_name = _("contact page")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from cms.views_contact import answer_contact

        return answer_contact(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cms.services.contact import opened_stamp

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        topics = [block.value["label"] for block in self.topics]
        return context | {"choices": topics, "stamp": opened_stamp()}


class ContactMessage(models.Model):
    """Kept before anything is mailed, so that nothing is lost; deleted after a time (`cms.services.contact`).

    Neither the network nor an account is kept with it: who writes says who they are, or does not.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    language = models.CharField(_("language"), max_length=5)
    topic = models.CharField(_("subject"), max_length=80, blank=True)
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), max_length=200, blank=True)
    text = models.TextField(_("text"))
    sent_at = models.DateTimeField(_("written"), default=timezone.now)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)
    mail_tries = models.PositiveSmallIntegerField(_("tries to mail it"), default=0)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-sent_at"]
        indexes = [models.Index(fields=["mailed_at", "sent_at"], name="messages_to_mail")]

    def __str__(self) -> str:
        return self.topic or str(self.sent_at.date())
