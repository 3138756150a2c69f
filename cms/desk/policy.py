"""The gate as Wagtail's views ask for it. The rules alone decide, for the operator too (architecture.md §3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy

from core.access import may
from people.models import User


class RulesPolicy(BasePermissionPolicy):
    """Made from `rules.py`: an action with no rule is nobody's.

    `actions` names the rule of each action; the general question is asked about the person themselves, as everywhere.
    `instance_rule` is asked about one object, `listed` gives those a person may see.
    """

    def __init__(
        self,
        model: type[Model],
        actions: Mapping[str, str],
        *,
        instance_rule: str = "",
        listed: Callable[[Any], QuerySet[Any]] | None = None,
    ) -> None:
        super().__init__(model)
        self._actions = dict(actions)
        self._instance_rule = instance_rule
        self._listed = listed

    def user_has_permission(self, user: Any, action: str) -> bool:
        rule = self._actions.get(action)
        return rule is not None and may(user, rule, user)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        if not self.user_has_permission(user, action):
            return False
        return not self._instance_rule or may(user, self._instance_rule, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        if self._listed is None or not self.user_has_any_permission(user, actions):
            return self.model._default_manager.none()
        return self._listed(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[User]:
        """Nobody: who may do what is never listed the other way round."""
        return User.objects.none()
