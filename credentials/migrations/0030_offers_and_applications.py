import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("credentials", "0040_life_afterwards"),
        ("people", "0005_let_in_with_a_guardians_word"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ApplicationDesk",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "open_to",
                    models.CharField(
                        choices=[("members", "People of the group"), ("anyone", "Everybody with an account")],
                        default="members",
                        max_length=8,
                    ),
                ),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "achievement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="application_desks",
                        to="credentials.achievement",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="application_desks",
                        to="people.group",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LearnerApplication",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("handed_in", "Waiting for an answer"),
                            ("more_asked", "One more thing is missing"),
                            ("accepted", "Accepted"),
                            ("not_yet", "Not yet"),
                            ("withdrawn", "Taken back"),
                        ],
                        default="handed_in",
                        max_length=12,
                    ),
                ),
                ("statement", models.TextField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("waiting_since", models.DateTimeField(default=django.utils.timezone.now)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "achievement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learner_applications",
                        to="credentials.achievement",
                    ),
                ),
                (
                    "applicant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="learner_applications",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "credential",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learner_application",
                        to="credentials.credential",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="credentials.applicationdesk",
                    ),
                ),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="learner_applications", to="credentials.evidence"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LearnerApplicationReview",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("more_asked", "Asked for more"),
                            ("accepted", "Accepted"),
                            ("not_yet", "Not yet"),
                        ],
                        max_length=12,
                    ),
                ),
                ("hint", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="credentials.learnerapplication",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="OfferRound",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("language", models.CharField(default="pl", max_length=5)),
                ("send_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                (
                    "batch",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offer_round",
                        to="credentials.awardbatch",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("position", models.PositiveIntegerField()),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("note", models.TextField(blank=True)),
                ("evidence_url", models.URLField(blank=True, max_length=500)),
                ("generation", models.PositiveSmallIntegerField(default=0)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("code_digest", models.CharField(max_length=64, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Not sent yet"),
                            ("offered", "Sent"),
                            ("opened", "Opened"),
                            ("failed", "E-mail not delivered"),
                            ("held", "Taken"),
                            ("declined", "Declined"),
                            ("expired", "Expired"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("mail_due_at", models.DateTimeField(blank=True, null=True)),
                ("mail_tries", models.PositiveSmallIntegerField(default=0)),
                ("mailed_at", models.DateTimeField(blank=True, null=True)),
                ("reminded", models.PositiveSmallIntegerField(default=0)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "credential",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offer",
                        to="credentials.credential",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offers",
                        to="credentials.offerround",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="applicationdesk",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at", None)),
                fields=("achievement", "group"),
                name="a_group_has_one_desk_an_achievement",
            ),
        ),
        migrations.AddIndex(
            model_name="learnerapplication",
            index=models.Index(fields=["desk", "state", "waiting_since"], name="applications_waiting"),
        ),
        migrations.AddConstraint(
            model_name="learnerapplication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("handed_in", "more_asked"))),
                fields=("achievement", "applicant"),
                name="a_learner_applies_once_at_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="offerround",
            index=models.Index(fields=["expires_at"], name="offer_rounds_by_end"),
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(fields=["round", "position"], name="offers_of_a_round"),
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(
                condition=models.Q(("mail_due_at__isnull", False)),
                fields=["mail_due_at"],
                name="offers_to_mail",
            ),
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(
                condition=models.Q(("email", ""), _negated=True), fields=["email"], name="offers_by_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ("waiting", "offered", "opened", "failed")), ("email", ""), _connector="OR"
                ),
                name="an_answered_offer_keeps_no_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("email", ""), _negated=True),
                fields=("round", "email"),
                name="an_address_is_offered_once_a_round",
            ),
        ),
    ]
