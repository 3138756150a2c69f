"""An editor's own settings in the admin: the password, the language, light or dark. Names live in the portal."""

from __future__ import annotations

from typing import ClassVar

from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    ChangePasswordPanel,
    LocaleSettingsPanel,
    ThemeSettingsPanel,
)


class OwnAccountView(AccountView):
    """Wagtail's view without the forms for name, e-mail and picture, which our accounts do not have."""

    PANELS: ClassVar = (ChangePasswordPanel, LocaleSettingsPanel, ThemeSettingsPanel)

    def get_panels(self) -> list[BaseSettingsPanel]:
        from wagtail.users.models import UserProfile

        profile = UserProfile.get_for_user(self.request.user)
        panels = [panel(self.request, self.request.user, profile) for panel in self.PANELS]
        return sorted((panel for panel in panels if panel.is_active()), key=lambda panel: panel.order)
