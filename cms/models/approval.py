"""Nobody publishes alone: a second pair of eyes."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from people.models import User


class SecondEditorTask(AbstractGroupApprovalTask):
    """An editor approves what another one wrote: never the last version of one's own.

    Whoever corrects a page while it waits has written its last version, so then the first editor may approve it.
    """

    class Meta:
        verbose_name = _("approval by a second editor")
        verbose_name_plural = _("approvals by a second editor")

    def get_actions(self, obj: Any, user: User) -> list[tuple[str, str, bool]]:
        revision = obj.get_latest_revision()
        if revision is not None and revision.user_id == user.pk and not user.is_superuser:
            return []
        return list(super().get_actions(obj, user))

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> QuerySet[TaskState]:
        waiting: QuerySet[TaskState] = super().get_task_states_user_can_moderate(user, **kwargs)
        return waiting if user.is_superuser else waiting.exclude(revision__user=user)

    @classmethod
    def get_description(cls) -> str:
        return str(_("Another editor reads the page and approves it"))
