"""What packages keep about people: editors' traces on pages, and second factors."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from wagtail.admin.models import EditingSession, FormState
from wagtail.documents.models import Document
from wagtail.images.models import AbstractImage
from wagtail.models import (
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    PageSubscription,
    Revision,
    TaskState,
    UploadedFile,
    WorkflowState,
)
from wagtail.users.models import UserProfile
from wagtail_localize.models import SegmentOverride, StringTranslation

from people.data_map import does_not_hand_out, keeps
from people.enums import KeptTopic

keeps(EmailAddress, "user", KeptTopic.ACCOUNT, "email", "verified", "primary")
keeps(Authenticator, "user", KeptTopic.ACCOUNT, "type", "created_at", "last_used_at")
keeps(UserProfile, "user", KeptTopic.ACCOUNT, "preferred_language", "current_time_zone")
keeps(PageLogEntry, "user", KeptTopic.FOR_OTHERS, "action", "label", "timestamp")
keeps(ModelLogEntry, "user", KeptTopic.FOR_OTHERS, "action", "label", "timestamp")
for model in apps.get_models():
    if issubclass(model, AbstractImage):
        keeps(model, "uploaded_by_user", KeptTopic.FOR_OTHERS, "title", "created_at")
keeps(Document, "uploaded_by_user", KeptTopic.FOR_OTHERS, "title", "created_at")
keeps(Comment, "user", KeptTopic.FOR_OTHERS, "text", "created_at")
keeps(CommentReply, "user", KeptTopic.FOR_OTHERS, "text", "created_at")
does_not_hand_out(
    Revision, "user", why="A draft of a page is the operator's; who changed it when is in the log."
)
does_not_hand_out(Comment, "resolved_by", why="Switched off; who resolved a remark says nothing about them.")
for model in apps.get_models():
    if issubclass(model, Page):
        does_not_hand_out(
            model, "owner", "locked_by", why="A page is the operator's; the log has what was done."
        )
for model in (EditingSession, FormState, UploadedFile):
    field = "uploaded_by_user" if model is UploadedFile else "user"
    does_not_hand_out(model, field, why="Forgotten by itself within a day.")
does_not_hand_out(WorkflowState, "requested_by", why="The log of the page has it.")
does_not_hand_out(TaskState, "finished_by", why="The log of the page has it.")
does_not_hand_out(PageSubscription, "user", why="Whether an editor wants a notice; switched off.")
does_not_hand_out(
    StringTranslation, "last_translated_by", why="A translated sentence of a page is the operator's."
)
does_not_hand_out(SegmentOverride, "last_translated_by", why="A translated part of a page is the operator's.")
