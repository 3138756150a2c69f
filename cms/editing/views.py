"""The page of faults in the admin."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from cms.admin_header import header
from cms.editing.faults import faults_of_pages


def faults(request: HttpRequest) -> HttpResponse:
    """For everybody who may change a page."""
    if not page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"]):
        raise PermissionDenied
    bar = header(_("Links and pictures"), "link")
    return render(request, "cms/admin/faults.html", {"faults": faults_of_pages()} | bar)
