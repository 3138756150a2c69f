"""One issuer on the desk: what it answered, criterion by criterion, what is decided about it, and what was decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.desk import policies
from cms.desk.page import DeskPage
from core.access import may
from core.refusals import Refusal
from core.security_log import security_event
from core.translated import in_language
from credentials.enums import IssuerApplicationState, Standing
from credentials.issuer_criteria import CRITERIA, CriterionGroup
from credentials.issuer_rules import DECIDE_ISSUER
from credentials.models import Issuer, IssuerApplication
from credentials.selectors.issuer_history import history, standing_in_words
from credentials.services import accrediting
from credentials.services.standings import Agreement
from people.models import User

FORM = {
    "agreement_number": gettext_lazy("Number of the agreement"),
    "agreement_from": gettext_lazy("Agreement from"),
    "agreement_until": gettext_lazy("Agreement until"),
    "reason": gettext_lazy("Reasons"),
}
DONE = {
    "keep": gettext_lazy("Your notes are kept. Nothing has been decided."),
    "accept": gettext_lazy("The issuer is accredited. Its people hear of it."),
    "more": gettext_lazy("The application went back with your question."),
    "refuse": gettext_lazy("The application is refused. Its people hear of it."),
    "suspend": gettext_lazy("The issuer is suspended. Its people hear of it."),
    "lift": gettext_lazy("The suspension is lifted. The issuer’s people hear of it."),
    "withdraw": gettext_lazy("The accreditation is withdrawn. The issuer’s people hear of it."),
}


class IssuerOnDesk(DeskPage):
    """Read by the operator and by who coordinates the organisation; decided by an operator with no part in it."""

    http_method_names = ["get", "head", "post"]
    permission_policy = policies.ISSUERS
    title = gettext_lazy("Issuer")
    header_icon = "success"
    template_name = "cms/desk/issuer.html"

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        issuer = self.issuer()
        user = cast(User, request.user)
        if not may(user, DECIDE_ISSUER, issuer):
            security_event("access.refused", user=user, permission=DECIDE_ISSUER)
            raise Http404
        act = request.POST.get("act", "")
        if act not in DONE:
            raise Http404
        try:
            decide(act, issuer, request.POST, user)
        except Refusal as refused:
            about = {"field": refused.field, "label": FORM.get(refused.field, "")}
            context = self.get_context_data(refused=refused, about=about, given=request.POST)
            return self.render_to_response(context, status=422)
        messages.success(request, DONE[act])
        return redirect(request.path)

    def issuer(self) -> Issuer:
        rows = policies.ISSUERS.instances_user_has_permission_for(self.request.user, "view")
        found: Issuer | None = rows.filter(pk=self.kwargs["issuer_id"]).first()
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        issuer = self.issuer()
        application = issuer.applications.select_related("started_by").first()
        sent = application is not None and application.state == IssuerApplicationState.SENT
        decides = may(self.request.user, DECIDE_ISSUER, issuer)
        # The operator reads what is theirs to decide; what is still being written stays with who writes it.
        readable = application is not None and (sent or application.state != IssuerApplicationState.DRAFT)
        given = kwargs.pop("given", None)
        return super().get_context_data(**kwargs) | {
            "issuer": issuer,
            "name": in_language(issuer.name),
            "words": {
                "description": in_language(issuer.description),
                "quality_assurance": in_language(issuer.quality_assurance),
            },
            "standing": standing_in_words(issuer),
            "application": application,
            "groups": criteria_of(application, given) if readable and application else (),
            "decides": decides,
            "can_decide": decides and sent,
            "can_suspend": decides and issuer.standing == Standing.ACCREDITED,
            "can_lift": decides and issuer.standing == Standing.SUSPENDED,
            "has_part": self.request.user.is_superuser and not decides,
            "history": history(issuer, public=False),
            "given": {name: given.get(name, "") for name in FORM} if given else {},
            "today": timezone.localdate().isoformat(),
        }

    def get_page_title(self) -> str:
        return in_language(self.issuer().name)


def decide(act: str, issuer: Issuer, given: QueryDict, actor: User) -> None:
    """Carry one act of the form out. Raises Refusal, also when there is nothing to decide."""
    now = timezone.now()
    reason = given.get("reason", "")
    standing: dict[str, Callable[..., None]] = {
        "suspend": accrediting.suspend,
        "lift": accrediting.lift_suspension,
        "withdraw": accrediting.withdraw_accreditation,
    }
    if act in standing:
        standing[act](issuer, actor=actor, now=now, reason=reason)
        return
    application = (
        issuer.applications.filter(state=IssuerApplicationState.SENT).select_related("issuer").first()
    )
    if application is None:
        raise Refusal("NOT_SENT", _("This application does not wait for a decision."))
    review = {
        one.code: {"met": f"met-{one.code}" in given, "note": given.get(f"note-{one.code}", "")}
        for one in CRITERIA
    }
    match act:
        case "keep":
            accrediting.keep_review(application, review, actor=actor)
        case "more":
            accrediting.ask_for_more(application, review, actor=actor, now=now, reason=reason)
        case "refuse":
            accrediting.refuse(application, review, actor=actor, now=now, reason=reason)
        case "accept":
            agreement = Agreement(
                given.get("agreement_number", ""),
                _day(given.get("agreement_from", ""), "agreement_from"),
                _day(given.get("agreement_until", ""), "agreement_until"),
            )
            accrediting.accept(application, agreement, review, actor=actor, now=now, reason=reason)


def criteria_of(application: IssuerApplication, given: QueryDict | None) -> tuple[dict[str, Any], ...]:
    """The questions by group, with what was answered and what was found, or is being typed."""

    def row(code: str) -> dict[str, Any]:
        answer, found = application.answers.get(code) or {}, application.review.get(code) or {}
        met = found.get("met", False) if given is None else f"met-{code}" in given
        note = found.get("note", "") if given is None else given.get(f"note-{code}", "")
        return {"answer": answer.get("text", ""), "link": answer.get("link", ""), "met": met, "note": note}

    return tuple(
        {
            "label": group.label,
            "rows": [{"criterion": one, **row(one.code)} for one in CRITERIA if one.group == group],
        }
        for group in CriterionGroup
    )


def _day(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise Refusal("DATE_EXPECTED", _("Choose a day."), field) from None
