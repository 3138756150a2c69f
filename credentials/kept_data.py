"""What is kept about people in this room; the signed badges and their own files go along as files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from credentials.models import (
    AchievementDraft,
    AnsweredCredential,
    ApplicationDesk,
    AwardBatch,
    AwardRequest,
    ClaimCode,
    Credential,
    Endorsement,
    Evidence,
    IssuedDocument,
    IssuerApplication,
    IssuerInvitation,
    IssuerMember,
    IssuerStanding,
    LearnerApplication,
    LearnerApplicationReview,
    Offer,
    PictureFile,
    Share,
    StackReview,
    Upload,
    Withdrawal,
)
from credentials.services.forms import every_form
from people.data_map import FileKept, does_not_hand_out, keeps, keeps_files
from people.enums import KeptTopic
from people.models import User

ENDINGS = {
    "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "application/pdf": "pdf", "audio/mpeg": "mp3",
    "audio/mp4": "m4a", "audio/ogg": "ogg", "audio/webm": "webm", "audio/wav": "wav",
}  # fmt: skip

keeps(
    Credential, "recipient", KeptTopic.BADGES,
    "id", "achievement__slug", "version__name", "state", "context", "note", "result", "language", "batch__group__name",
    "awarded_at", "valid_until", "celebrated_at", "revoked_at", "revocation_kind",
    "revocation_reason", "replaced_at",
)  # fmt: skip
keeps(
    Share, "credential__recipient", KeptTopic.BADGES,
    "credential", "shown_name", "with_place", "with_result", "created_at", "expires_at", "withdrawn_at",
)  # fmt: skip
keeps(
    IssuedDocument, "credential__recipient", KeptTopic.BADGES,
    "credential", "form", "digest", "issued_at", "revoked",
)  # fmt: skip
keeps(Endorsement, "by", KeptTopic.FOR_OTHERS, "achievement__slug", "text", "created_at", "withdrawn_at")
keeps(
    Evidence, "owner", KeptTopic.WORK,
    "id", "kind", "text", "url", "upload", "created_at", "keep_until", "withdrawn_at", "purged_at",
)  # fmt: skip
keeps(Upload, "owner", KeptTopic.WORK, "id", "kind", "content_type", "size", "created_at")
keeps(
    AwardBatch,
    "actor",
    KeptTopic.FOR_OTHERS,
    "version__name",
    "group__name",
    "note",
    "created_at",
    "cancelled_at",
)
keeps(
    Credential, "revoked_by", KeptTopic.FOR_OTHERS,
    "achievement__slug", "revocation_kind", "revocation_reason", "revoked_at",
)  # fmt: skip
keeps(
    StackReview, "decided_by", KeptTopic.FOR_OTHERS,
    "credential__achievement__slug", "decision", "words", "decided_at",
)  # fmt: skip
keeps(AwardBatch, "cancelled_by", KeptTopic.FOR_OTHERS, "version__name", "group__name", "cancelled_at")
keeps(ClaimCode, "created_by", KeptTopic.FOR_OTHERS, "achievement__slug", "group__name", "note", "created_at")
keeps(AchievementDraft, "edited_by", KeptTopic.FOR_OTHERS, "achievement__slug", "created_at", "edited_at")
keeps(PictureFile, "sent_by", KeptTopic.FOR_OTHERS, "issuer__slug", "created_at")
keeps(Withdrawal, "withdrawn_by", KeptTopic.FOR_OTHERS, "achievement__slug", "reason", "withdrawn_at")
keeps(Withdrawal, "restored_by", KeptTopic.FOR_OTHERS, "achievement__slug", "restored_at")
keeps(
    Offer, "credential__recipient", KeptTopic.BADGES,
    "credential", "name", "note", "evidence_url", "state", "mailed_at", "reminded", "opened_at", "ended_at",
)  # fmt: skip
keeps(
    LearnerApplication, "applicant", KeptTopic.WORK,
    "achievement__slug", "desk__group__name", "state", "statement", "created_at", "waiting_since", "decided_at",
)  # fmt: skip
keeps(
    LearnerApplicationReview, "application__applicant", KeptTopic.WORK,
    "application", "decision", "hint", "created_at",
)  # fmt: skip
keeps(LearnerApplicationReview, "reviewer", KeptTopic.FOR_OTHERS, "decision", "hint", "created_at")
keeps(ApplicationDesk, "opened_by", KeptTopic.FOR_OTHERS, "achievement__slug", "group__name", "opened_at")
keeps(IssuerStanding, "decided_by", KeptTopic.FOR_OTHERS, "issuer__slug", "standing", "since", "reason")
keeps(
    IssuerMember, "user", KeptTopic.GROUPS,
    "issuer__slug", "manages", "may_define", "may_award", "joined_at", "left_at",
)  # fmt: skip
keeps(IssuerMember, "added_by", KeptTopic.FOR_OTHERS, "issuer__slug", "joined_at", "left_at")
keeps(IssuerInvitation, "created_by", KeptTopic.FOR_OTHERS, "issuer__slug", "created_at", "used_at")
keeps(
    IssuerApplication, "started_by", KeptTopic.FOR_OTHERS,
    "issuer__slug", "state", "answers", "created_at", "sent_at",
)  # fmt: skip
keeps(
    IssuerApplication, "decided_by", KeptTopic.FOR_OTHERS,
    "issuer__slug", "state", "reason", "decided_at",
)  # fmt: skip
keeps(AwardRequest, "asked_by", KeptTopic.FOR_OTHERS, "issuer__slug", "group__name", "note", "asked_at")
keeps(
    AwardRequest, "decided_by", KeptTopic.FOR_OTHERS, "issuer__slug", "group__name", "granted", "decided_at"
)

# The same rows as Credential, under the name by which those ask who answer for them.
does_not_hand_out(
    AnsweredCredential, "recipient", "revoked_by", why="The same rows as credentials.credential."
)


@keeps_files
def own_uploads(person: User) -> Iterator[FileKept]:
    """Photos, documents and recordings that the person sent, by their kind and day."""
    for upload in Upload.objects.filter(owner=person).order_by("created_at", "id").iterator(chunk_size=100):
        ending = ENDINGS.get(upload.content_type.partition(";")[0], "bin")
        yield FileKept(
            "files",
            f"{upload.kind}-{upload.pk}.{ending}",
            upload.created_at,
            partial(_stored, upload),
            upload.pk,
        )


# Every badge as it was signed, in every form that somebody may ask for.
keeps_files(every_form)


def _stored(upload: Upload) -> bytes:
    with upload.file.open("rb") as file:
        content: bytes = file.read()
    return content
