from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def remember_first_letters(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Where reminders have overwritten it, the moment for which the round was planned comes nearest."""
    offers = apps.get_model("credentials", "Offer").objects.exclude(mailed_at=None)
    offers.filter(reminded=0).update(offered_at=models.F("mailed_at"))
    for wave in apps.get_model("credentials", "OfferRound").objects.filter(offers__reminded__gt=0).distinct():
        offers.filter(round=wave, reminded__gt=0).update(offered_at=wave.send_at)


class Migration(migrations.Migration):
    dependencies = [("credentials", "0070_letters_about_issuers")]

    operations = [
        migrations.AddField(
            model_name="offer", name="offered_at", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="offer", name="quiet_at", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.RunPython(remember_first_letters, migrations.RunPython.noop, elidable=True),
    ]
