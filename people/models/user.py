from __future__ import annotations

from datetime import date
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from people.enums import AccountKind


class UserQuerySet(models.QuerySet["User"]):
    def active(self) -> UserQuerySet:
        return self.filter(is_active=True)

    def in_register_order(self) -> UserQuerySet:
        return self.order_by("family_name", "given_name", "id")


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]
    def create_user(self, username: str, password: str | None = None, **fields: object) -> User:
        """Make one account; without a password it can only be entered by card."""
        user: User = self.model(username=username, **fields)
        if password is None:
            user.set_unusable_password()
        else:
            user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields: object) -> User:
        return self.create_user(username, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account: a student run by a school, a teacher, a leader, an editor.

    `username` is an internal name; a school-managed student never types it. E-mail is optional everywhere.
    The full name is for the class; outside it a person is a nickname or initials (product.md, part 5).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    username = models.CharField(_("user name"), max_length=80, unique=True)
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("family name"), max_length=80, blank=True)
    nickname = models.CharField(_("nickname"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    kind = models.CharField(max_length=20, choices=AccountKind, default=AccountKind.PERSONAL)
    # Only serves age checks: sharing below 16 stays closed (product.md, part 5).
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=5, default="pl")
    register_number = models.CharField(max_length=20, blank=True)
    # A random number that stands for the learner in signed documents; nothing about the person can be guessed from it.
    learner_number = models.UUIDField(default=uuid4, unique=True, editable=False)
    # Raising it ends every sign-in of the account at once (AU-05): it is part of the session's hash.
    sign_in_epoch = models.PositiveIntegerField(default=0)
    celebrations = models.BooleanField(default=True)
    notice_seen_at = models.DateTimeField(null=True, blank=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [models.Index(fields=["family_name", "given_name"], name="people_in_register_order")]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def get_full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def get_short_name(self) -> str:
        return self.given_name or self.username

    @property
    def initials(self) -> str:
        return "".join(f"{part[0]}." for part in (self.given_name, self.family_name) if part)

    @property
    def public_name(self) -> str:
        """What people outside the class may read: the nickname, else the initials."""
        return self.nickname or self.initials

    def age_on(self, day: date) -> int | None:
        """Whole years on `day`, or None when nobody told the school the date of birth."""
        if self.born_on is None:
            return None
        before_birthday = (day.month, day.day) < (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - before_birthday

    def get_session_auth_hash(self) -> str:
        return salted_hmac(
            "people.User.session", f"{self.password}:{self.sign_in_epoch}", algorithm="sha256"
        ).hexdigest()
