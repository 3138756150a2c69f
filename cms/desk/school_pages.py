"""One school on the desk, and a new one: its coordinator gets in by a link that is shown once."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic.edit import FormMixin

from classroom.services.schools import start_school
from cms.desk import policies
from cms.desk.page import DeskPage
from core.refusals import Refusal
from core.security_log import security_event
from credentials.models import Issuer
from credentials.selectors.issuer_history import standing_in_words
from people.enums import Role, SchoolType
from people.models import School, User
from people.services.invitations import invite


class SchoolForm(forms.Form):
    name = forms.CharField(label=_("Name of the school"), max_length=120)
    register_number = forms.CharField(
        label=_("Register number (RSPO)"),
        max_length=12,
        help_text=_("Digits only, as in the national register."),
    )
    school_type = forms.ChoiceField(label=_("Type"), choices=SchoolType.choices)
    town = forms.CharField(label=_("Town"), max_length=80, required=False)
    given_name = forms.CharField(label=_("Given name of the coordinator"), max_length=80, required=False)
    family_name = forms.CharField(label=_("Family name of the coordinator"), max_length=80, required=False)


class NewSchool(FormMixin[SchoolForm], DeskPage):
    """The same as `start_school` on the command line. A school that is here already is found by its number."""

    http_method_names = ["get", "head", "post"]
    permission_policy = policies.SCHOOLS
    permission_required = "add"
    title = _("New school")
    header_icon = "home"
    template_name = "cms/desk/school_new.html"
    form_class = SchoolForm

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if form.is_valid():
            try:
                started = start_school(**form.cleaned_data)
            except Refusal as refused:
                form.add_error(refused.field if refused.field in form.fields else None, str(refused))
            else:
                security_event("school.invitation", user=request.user, school=str(started.school.pk))
                return shown_once(
                    self.render_to_response(
                        self.get_context_data(
                            school=started.school, is_new=started.is_new, link=_link(started.secret)
                        )
                    )
                )
        return self.render_to_response(self.get_context_data(form=form), status=422)


class SchoolOnDesk(DeskPage):
    """A school without its people: what it is, whether somebody coordinates it, how its issuer stands."""

    http_method_names = ["get", "head", "post"]
    permission_policy = policies.SCHOOLS
    title = _("School")
    header_icon = "home"
    template_name = "cms/desk/school.html"

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """A new link for a coordinator; for the operator alone."""
        school = self.school()
        user = cast(User, request.user)
        if not policies.SCHOOLS.user_has_permission(user, "add"):
            raise Http404
        secret = invite(school.group, Role.COORDINATOR, actor=user)
        security_event("school.invitation", user=user, school=str(school.pk))
        return shown_once(self.render_to_response(self.get_context_data(link=_link(secret))))

    def school(self) -> Any:
        rows = policies.SCHOOLS.instances_user_has_permission_for(self.request.user, "view")
        found = rows.filter(pk=self.kwargs["school_id"]).first()
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        school: School = self.school()
        issuer = Issuer.objects.filter(group=school.group).first()
        return super().get_context_data(**kwargs) | {
            "school": school,
            "kind": SchoolType(school.type).label,
            "issuer": issuer,
            "standing": standing_in_words(issuer) if issuer else None,
            "may_invite": policies.SCHOOLS.user_has_permission(self.request.user, "add"),
        }

    def get_page_title(self) -> str:
        return str(self.school().name)


def shown_once(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response


def _link(secret: str) -> str:
    return f"{settings.PUBLIC_URL}/j/{secret}"
