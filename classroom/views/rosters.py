"""`POST /rosters/`: a class list as a file or as text. It answers an id; matching and importing are mutations."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from classroom import rules
from classroom.services.importing import start_import
from core.access import NotFound, access
from core.refusals import Refusal
from core.throttling import Throttle
from people.models import Group, School

# What stands around the file in a multipart body.
ENVELOPE_BYTES = 64 * 1024
uploads = Throttle("roster-uploads", limit=60, seconds=900)


@require_POST
def rosters(request: HttpRequest) -> HttpResponse:
    """Multipart: `schoolId` or `groupId`, and `file` or `text`, perhaps `className`."""
    if not request.user.is_authenticated:
        return _no(401, "NOT_SIGNED_IN", _("Sign in first."))
    most = settings.KOTYLION_LIMITS["roster_bytes"]
    if int(request.META.get("CONTENT_LENGTH") or 0) > most + ENVELOPE_BYTES:
        return _no(413, "ROSTER_TOO_BIG", _("The file is too big: 1 MB is the most."))
    try:
        school, class_name = _where(request)
        uploads.take(str(request.user.pk))
        sent = request.FILES.get("file")
        data = sent.read(most + 1) if sent is not None else None
        made = start_import(
            school,
            actor=request.user,
            file=data,
            text=request.POST.get("text", ""),
            source_name=(sent.name or "") if sent is not None else "",
            class_name=request.POST.get("className", "") or class_name,
        )
    except NotFound:
        return _no(404, "NOT_FOUND", _("There is nothing here for you."))
    except Refusal as refusal:
        return _no(422, refusal.code, str(refusal))
    response = JsonResponse({"id": str(made.pk)}, status=201)
    response.headers["Cache-Control"] = "no-store"
    return response


def _where(request: HttpRequest) -> tuple[School, str]:
    """The school, and the class when the list is for one that exists."""
    group_id = request.POST.get("groupId")
    if not group_id:
        return access(request.user, rules.IMPORT_ROSTER, School, request.POST.get("schoolId")), ""
    group = access(request.user, rules.MANAGE_STUDENTS, Group, group_id)
    school = School.objects.filter(group=group.parent).first() if group.parent else None
    if school is None:
        raise NotFound
    return access(request.user, rules.IMPORT_ROSTER, School, school.pk), group.name


def _no(status: int, code: str, message: str) -> HttpResponse:
    response = JsonResponse({"code": code, "message": message}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
