"""The page behind a guardian's secret link: who asks, for what exactly, in which words, and what happens if not."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from core.refusals import Refusal
from people.consent_texts import text_for
from people.enums import ConsentPurpose
from people.models import Consent
from people.selectors.groups import school_names_of
from people.services import consents
from people.views.visitors import page


@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, secret: str) -> HttpResponse:
    """Looking answers nothing; one name and one of two buttons do. Later the same page withdraws."""
    found = consents.consent_of(secret)
    if found is None:
        return page(request, "consent_over", {}, status=404)
    if request.user.pk == found.subject_id:
        # The link is for somebody else's hands; in one's own it only shows what the guardian will read.
        return page(request, "consent_own", _shown(found))
    if not found.is_unanswered:
        return _answered(request, secret, found)
    if request.method != "POST":
        return page(request, "consent", _shown(found))
    context = _shown(found)
    if request.POST.get("shown") != context["shown"]:
        # The language was changed, or what it is about: nobody agrees to words they have not read.
        return page(request, "consent", context)
    given_by = request.POST.get("given_by", "")[:1000]
    try:
        consents.answer(
            secret,
            agree=request.POST.get("answer") == "yes",
            given_by=given_by,
            text=context["text"],
            language=context["language"],
        )
    except Refusal as refusal:
        return page(request, "consent", {**context, "refusal": refusal, "given_by": given_by}, status=422)
    return HttpResponseRedirect(request.path)


def _answered(request: HttpRequest, secret: str, found: Consent) -> HttpResponse:
    if request.method == "POST" and request.POST.get("answer") == "withdraw" and found.given_at:
        consents.withdraw(secret)
        return HttpResponseRedirect(request.path)
    return page(request, "consent_answered", {"consent": found, **_who(found)})


def _shown(found: Consent) -> dict[str, Any]:
    """The words in the reader's language; those of the asking when they cannot be written any more."""
    language = get_language() or found.language
    try:
        text = text_for(found.subject, found.purpose, found.about)
    except Refusal:
        text, language = found.text, found.language
    return {
        "text": text,
        "language": language,
        "is_account": found.purpose == ConsentPurpose.ACCOUNT,
        "shown": sha256(text.encode()).hexdigest(),
        "until": timezone.localtime(found.answer_until),
        **_who(found),
    }


def _who(found: Consent) -> dict[str, str]:
    """What a stranger with the link may read of the student: the first name and the school, no more."""
    return {
        "given_name": found.subject.given_name or found.subject.public_name,
        "school_name": ", ".join(school_names_of(found.subject)),
    }
