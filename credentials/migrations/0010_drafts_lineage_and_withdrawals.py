import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

PERSON = {"null": True, "on_delete": django.db.models.deletion.SET_NULL, "related_name": "+"}


class Migration(migrations.Migration):
    dependencies = [
        ("credentials", "0005_badges_as_jwt"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AchievementDraft",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("description", models.JSONField(default=dict)),
                ("revision", models.PositiveIntegerField(default=1)),
                ("touched", models.JSONField(default=dict)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("edited_at", models.DateTimeField(auto_now_add=True)),
                ("achievement", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="draft", to="credentials.achievement")),
                ("edited_by", models.ForeignKey(to=settings.AUTH_USER_MODEL, **PERSON)),
            ],
            options={"verbose_name": "draft of a badge", "verbose_name_plural": "drafts of badges"},
        ),
        migrations.CreateModel(
            name="Lineage",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("achievement", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="lineage", to="credentials.achievement")),
                ("source", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="made_from_it", to="credentials.achievementversion")),
            ],
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", models.CharField(max_length=300)),
                ("withdrawn_at", models.DateTimeField()),
                ("restored_at", models.DateTimeField(blank=True, null=True)),
                ("achievement", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="withdrawals", to="credentials.achievement")),
                ("restored_by", models.ForeignKey(to=settings.AUTH_USER_MODEL, **PERSON)),
                ("withdrawn_by", models.ForeignKey(to=settings.AUTH_USER_MODEL, **PERSON)),
            ],
            options={
                "ordering": ["-withdrawn_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("restored_at", None)), fields=("achievement",), name="an_achievement_is_withdrawn_once")
                ],
            },
        ),
    ]
