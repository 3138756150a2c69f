"""What is looked at in the whole installation (`manage.py self_check`, `/cms/desk/self-check/`)."""

from django.utils.translation import gettext_lazy as _

from core import self_check
from core.server import periodic
from portal.self_checks import backups, certificate, keys, machine, staff, work

self_check.register("keys", _("Signing keys"), keys.signing_keys)
self_check.register("status-lists", _("Lists of revoked badges"), keys.status_lists)
self_check.register("backup", _("Backup"), backups.last_backup)
self_check.register("certificate", _("Certificate of the address"), certificate.certificate)
self_check.register("disk", _("Disk"), machine.disk)
self_check.register("tasks", _("Background work"), work.queue)
self_check.register("failed-tasks", _("Work that failed"), work.failures)
self_check.register("migrations", _("Database"), machine.migrations)
self_check.register("versions", _("Versions"), machine.versions)
self_check.register("settings", _("Settings"), staff.settings_are_safe)
self_check.register("operators", _("Accounts of operators"), staff.operators)

# Looking at the certificate connects to the portal's own address, so it is no part of any request.
periodic.register(certificate.look, certificate.EVERY_SECONDS)
