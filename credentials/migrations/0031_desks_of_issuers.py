import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("credentials", "0030_offers_and_applications"),
        ("people", "0006_take_over_an_account"),
    ]

    operations = [
        migrations.RemoveField(model_name="applicationdesk", name="open_to"),
        migrations.AlterField(
            model_name="applicationdesk",
            name="group",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="application_desks",
                to="people.group",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationdesk",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at", None), ("group", None)),
                fields=("achievement",),
                name="an_issuer_has_one_desk_an_achievement",
            ),
        ),
    ]
