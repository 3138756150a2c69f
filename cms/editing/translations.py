"""What wagtail-localize lets every editor do, brought under the second pair of eyes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.edit_translation import user_can_edit_instance
from wagtail_localize.views.submit_translations import SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from people.models import User


def may_publish(thing: Any, user: User) -> bool:
    """A page: who may publish it. Anything else has no drafts, so whoever may change it."""
    if isinstance(thing, Page):
        return bool(thing.permissions_for_user(user).can_publish())
    return bool(user_can_edit_instance(user, thing))


class SyncView(UpdateTranslationsView):
    """New sentences of a page for its translations. To publish them at once takes the right to publish."""

    def get_object(self) -> TranslationSource:
        source: TranslationSource = super().get_object()
        if not user_can_edit_instance(self.request.user, source.get_source_instance()):
            raise PermissionDenied
        return source

    def get_form(self) -> forms.Form:
        form: forms.Form = super().get_form()
        targets = [one.get_target_instance() for one in self.object.translations.filter(enabled=True)]
        if not all(may_publish(target, self.request.user) for target in targets):
            form.fields["publish_translations"].disabled = True
            form.fields["publish_translations"].widget = forms.HiddenInput()
        return form


class TranslateSnippetView(SubmitSnippetTranslationView):
    """A menu in another language is seen at once, so it takes whoever may change menus."""

    def get_object(self) -> Any:
        snippet = super().get_object()
        if not user_can_edit_instance(self.request.user, snippet):
            raise PermissionDenied
        return snippet


def show_the_source(request: HttpRequest, page_id: int) -> HttpResponse:
    """A page gives up its own words for those of its source. Readers see that at once."""
    page = get_object_or_404(Page, pk=page_id)
    if not may_publish(page, request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    return convert_to_alias(request, page_id)
