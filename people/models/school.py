from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.enums import SchoolType


class School(models.Model):
    """A school that runs accounts and classes. Its staff are members of its own group."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(unique=True)
    type = models.CharField(_("type"), max_length=5, choices=SchoolType)
    # RSPO, the national register of schools.
    register_number = models.CharField(_("register number"), max_length=12, unique=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    group = models.OneToOneField("people.Group", on_delete=models.PROTECT, related_name="school")

    class Meta:
        verbose_name = _("school")
        verbose_name_plural = _("schools")

    def __str__(self) -> str:
        return self.name
