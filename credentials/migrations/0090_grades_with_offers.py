"""A grade that waits with an offer, and the full badge as a token."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("credentials", "0080_offers_on_paper")]

    operations = [
        migrations.AddField("offer", "result", models.CharField(blank=True, default="", max_length=40)),
        migrations.AddConstraint(
            "offer",
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "offered", "opened", "failed")) | Q(result=""),
                name="an_answered_offer_keeps_no_grade",
            ),
        ),
        migrations.AlterField(
            "issueddocument",
            "form",
            models.CharField(
                choices=[
                    ("ob3-di", "Open Badges 3.0, eddsa-rdfc-2022"),
                    ("ob3-jwt", "Open Badges 3.0, VC-JWT"),
                    ("ob3-full", "Open Badges 3.0, eddsa-rdfc-2022, with name and grade"),
                    ("full-jwt", "Open Badges 3.0, VC-JWT, with name and grade"),
                ],
                max_length=10,
            ),
        ),
    ]
