import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

PERSON = {"blank": True, "null": True, "on_delete": django.db.models.deletion.SET_NULL, "related_name": "+"}
KINDS = [
    ("mistake", "It was given by mistake."),
    ("wrong_person", "It was meant for somebody else."),
    ("not_met", "Its requirements turned out not to be met."),
    ("own_wish", "The person asked for it."),
    ("corrected", "A corrected one took its place."),
]


class Migration(migrations.Migration):
    dependencies = [
        ("credentials", "0020_issuers_apply"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "credential",
            "renews",
            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="renewals", to="credentials.credential"),
        ),
        migrations.AddField("credential", "replaced_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "credential", "revocation_kind", models.CharField(blank=True, choices=KINDS, default="", max_length=16), preserve_default=False
        ),
        migrations.AddField(
            "credential", "revoked_by", models.ForeignKey(to=settings.AUTH_USER_MODEL, **PERSON)
        ),
        migrations.AddField("credential", "expiry_told", models.PositiveSmallIntegerField(blank=True, null=True)),
        migrations.RemoveConstraint("credential", "a_person_holds_an_achievement_once"),
        migrations.AddConstraint(
            "credential",
            models.UniqueConstraint(
                condition=models.Q(("replaced_at", None), ("state__in", ("awarded", "offered", "held"))),
                fields=("achievement", "recipient"),
                name="a_person_holds_an_achievement_once",
            ),
        ),
        migrations.AddField(
            "awardbatch",
            "follows",
            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="followed_by", to="credentials.awardbatch"),
        ),
        migrations.AddField(
            "share",
            "successor",
            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="shares_of_earlier", to="credentials.credential"),
        ),
        migrations.AddField("statuslist", "of_endorsements", models.BooleanField(default=False)),
        migrations.CreateModel(
            name="AnsweredCredential",
            fields=[],
            options={"proxy": True, "indexes": [], "constraints": []},
            bases=("credentials.credential",),
        ),
        migrations.CreateModel(
            name="SignedEndorsement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("status_index", models.PositiveIntegerField()),
                ("revoked", models.BooleanField(default=False)),
                ("issued_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("endorsement", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="signed", to="credentials.endorsement")),
                ("key", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="credentials.signingkey")),
                ("status_list", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="endorsement_entries", to="credentials.statuslist")),
                ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="signed_endorsements", to="credentials.achievementversion")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("status_list", "status_index"), name="an_endorsement_index_is_used_once")
                ]
            },
        ),
        migrations.CreateModel(
            name="StackReview",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("decision", models.CharField(blank=True, choices=[("kept", "It stays"), ("revoked", "Revoked")], max_length=8)),
                ("words", models.CharField(blank=True, max_length=500)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("credential", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="stack_reviews", to="credentials.credential")),
                ("decided_by", models.ForeignKey(to=settings.AUTH_USER_MODEL, **PERSON)),
                ("part", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="credentials.credential")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("decided_at", None)), fields=("credential",), name="a_larger_badge_waits_once")
                ]
            },
        ),
    ]
