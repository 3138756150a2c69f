"""What was written on the contact page, for who runs the portal. Editors shape pages and meet no people (AC-07)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import EditView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy

from cms.models import ContactMessage


class OperatorsPolicy(ModelPermissionPolicy):
    """Whoever runs the installation reads, ticks and deletes; nobody writes a message here."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(user.is_active and user.is_superuser and action != "add")

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class TickView(EditView):
    """Who says that a message is answered is remembered with it."""

    def save_instance(self) -> ContactMessage:
        message: ContactMessage = super().save_instance()
        if message.answered_at and message.answered_by_id is None:
            message.answered_by = self.request.user
            message.save(update_fields=["answered_by"])
        return message


class MessageViewSet(ModelViewSet):
    model = ContactMessage
    name = "messages"
    icon = "mail"
    menu_label = _("Messages")
    menu_order = 890
    add_to_admin_menu = True
    edit_view_class = TickView
    copy_view_enabled = False
    ordering = ("-sent_at",)
    list_display = (
        "__str__",
        "sent_at",
        BooleanColumn("mailed_at", label=_("mailed")),
        BooleanColumn("answered_at", label=_("answered")),
    )
    list_filter = ("topic", "language")
    panels = (
        FieldPanel("topic", read_only=True),
        FieldPanel("text", read_only=True),
        FieldPanel("name", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("sent_at", read_only=True),
        FieldPanel("mailed_at", read_only=True),
        FieldPanel("answered_at"),
    )

    @property
    def permission_policy(self) -> OperatorsPolicy:
        return OperatorsPolicy(self.model)
