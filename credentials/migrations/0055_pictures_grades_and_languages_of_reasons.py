"""Pictures drawn elsewhere, grades, and in which language a reason was written.

`result_scale` may be empty and has no default: SQLite adds such a column without rebuilding the table, so the triggers
of 0002 stay.
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import credentials.models.picture_file

WRITTEN_IN = ("withdrawal", "issuerstanding", "issuerapplication")


class Migration(migrations.Migration):
    dependencies = [
        ("credentials", "0040_life_afterwards"),
        ("credentials", "0031_desks_of_issuers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PictureFile",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64)),
                ("file", models.FileField(max_length=120, upload_to=credentials.models.picture_file.picture_path)),
                ("hints", models.JSONField(blank=True, default=list)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("issuer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="pictures", to="credentials.issuer")),
                ("sent_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("issuer", "digest"), name="an_issuer_keeps_a_picture_once")
                ]
            },
        ),
        migrations.AddField(
            "achievementversion", "result_scale", models.JSONField(blank=True, null=True, verbose_name="scale of grades")
        ),
        migrations.AddField("credential", "result", models.CharField(blank=True, default="", max_length=40)),
        migrations.AddField("share", "with_result", models.BooleanField(default=False)),
        migrations.AlterField(
            "issueddocument",
            "form",
            models.CharField(
                choices=[
                    ("ob3-di", "Open Badges 3.0, eddsa-rdfc-2022"),
                    ("ob3-jwt", "Open Badges 3.0, VC-JWT"),
                    ("ob3-full", "Open Badges 3.0, eddsa-rdfc-2022, with name and grade"),
                ],
                max_length=10,
            ),
        ),
        *(
            migrations.AddField(model, "written_in", models.CharField(default="pl", max_length=5))
            for model in WRITTEN_IN
        ),
    ]
