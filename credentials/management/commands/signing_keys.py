"""`manage.py signing_keys list | check | make | rotate | withdraw`: the keys that sign badges (credentials.md §5)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from core.access import as_uuid
from credentials.issuer_standing import issuers_in_good_standing
from credentials.models import Issuer, SigningKey
from credentials.services.keys import KeyUnusable, check_keys, issuers_without_key, make_key, rotate_key
from credentials.services.withdrawing_keys import withdraw

PORTAL = "portal"


class Command(BaseCommand):
    help = "Lists, makes, rotates and withdraws signing keys. `portal` is the key that signs club badges."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        acts.add_parser("list", help="every key, its owner and its state")
        acts.add_parser("check", help="whether every key that signs now opens")
        make = acts.add_parser(
            "make", help="the first key of an issuer, or of the portal and all who may award"
        )
        make.add_argument("issuer", nargs="?", help="slug of the issuer, or `portal`")
        rotate = acts.add_parser("rotate", help="a new key; what the old one signed stays valid")
        rotate.add_argument("issuer", help="slug of the issuer, or `portal`")
        withdraw = acts.add_parser("withdraw", help="a key that others may have: it is trusted no more")
        withdraw.add_argument("key", help="id of the key")
        withdraw.add_argument(
            "--from",
            dest="moment",
            help="since when others may have it (ISO 8601 with its zone); default: now",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        match options["act"]:
            case "list":
                for key in SigningKey.objects.select_related("issuer").order_by("created_at"):
                    self.stdout.write(_line(key))
            case "check":
                try:
                    check_keys()
                except KeyUnusable as error:
                    raise CommandError(str(error)) from error
                self.stdout.write("Every key that signs now is there and opens.")
                lacking = ", ".join(issuers_without_key().values_list("slug", flat=True))
                if lacking and settings.SETTINGS_LAYER == "production":
                    raise CommandError(
                        f"Accredited, and without a key: {lacking}. Make them: signing_keys make"
                    )
            case "make":
                owners = [_owner(options["issuer"])] if options["issuer"] else [None, *_signing()]
                for owner in owners:
                    self.stdout.write(_line(make_key(owner)))
            case "rotate":
                self.stdout.write(_line(rotate_key(_owner(options["issuer"]), now=timezone.now())))
                self.stdout.write(
                    "What the old one signed stays valid. Make a backup: the new key is in no old one."
                )
            case "withdraw":
                self._withdraw(options["key"], options["moment"])

    def _withdraw(self, named: str, moment: str | None) -> None:
        identifier = as_uuid(named)
        key = (
            SigningKey.objects.select_related("issuer").filter(pk=identifier).first() if identifier else None
        )
        if key is None:
            raise CommandError("There is no such key. `signing_keys list` shows them.")
        try:
            done = withdraw(key, since=_moment(moment), now=timezone.now())
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{_line(done.key)}\n{_line(done.successor)}")
        self.stdout.write(
            f"{done.lists} lists of revoked badges are signed anew, {done.waiting} waiting badges get the new key.\n"
            f"{done.lost} badges were signed since then and count nowhere any more: award them again.\n"
            f"{done.kept} older ones count here (/verify/, their own pages), but no other verifier accepts them.\n"
            "Make a backup: the new key is in no old one."
        )


def _owner(slug: str) -> Issuer | None:
    if slug == PORTAL:
        return None
    issuer = Issuer.objects.filter(slug=slug).first()
    if issuer is None:
        known = ", ".join([PORTAL, *Issuer.objects.order_by("slug").values_list("slug", flat=True)[:20]])
        raise CommandError(f"There is no issuer {slug}. There are: {known}")
    return issuer


def _moment(text: str | None) -> datetime:
    if text is None:
        return timezone.now()
    moment = parse_datetime(text)
    if moment is None or moment.tzinfo is None:
        raise CommandError("Write the moment with its zone, for example 2026-11-21T08:00:00+01:00.")
    return moment


def _signing() -> QuerySet[Issuer]:
    """Those in whose name something may be signed; not whoever has only begun an application."""
    return Issuer.objects.filter(issuers_in_good_standing()).order_by("slug")


def _line(key: SigningKey) -> str:
    owner = key.issuer.slug if key.issuer else PORTAL
    state = "withdrawn" if key.compromised_from else "retired" if key.retired_at else "signs"
    return f"{key.pk}  {owner:48}  {state:12}  {key.created_at:%Y-%m-%d}  {key.public_key_multibase}"
