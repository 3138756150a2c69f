import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


def keep_the_latest_decision(apps, schema_editor):
    """What stands in the history stands with the issuer too."""
    standings = apps.get_model("credentials", "IssuerStanding")
    for issuer in apps.get_model("credentials", "Issuer").objects.all():
        latest = standings.objects.filter(issuer=issuer).order_by("-since", "-id").first()
        if latest is not None:
            issuer.standing_since = latest.since
            issuer.agreement_number = latest.agreement_number
            issuer.agreement_from = latest.since if latest.agreement_number else None
            issuer.save(update_fields=["standing_since", "agreement_number", "agreement_from"])


class Migration(migrations.Migration):

    dependencies = [
        ('credentials', '0010_drafts_lineage_and_withdrawals'),
        ('people', '0005_let_in_with_a_guardians_word'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='issuerstanding',
            options={'ordering': ['-since', '-created_at']},
        ),
        migrations.AddField(
            model_name='issuer',
            name='agreement_from',
            field=models.DateField(blank=True, null=True, verbose_name='agreement from'),
        ),
        migrations.AddField(
            model_name='issuer',
            name='agreement_number',
            field=models.CharField(blank=True, max_length=60, verbose_name='number of the agreement'),
        ),
        migrations.AddField(
            model_name='issuer',
            name='agreement_until',
            field=models.DateField(blank=True, null=True, verbose_name='agreement until'),
        ),
        migrations.AddField(
            model_name='issuer',
            name='agreement_warned_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='issuer',
            name='standing_since',
            field=models.DateField(blank=True, null=True, verbose_name='since'),
        ),
        migrations.AddField(
            model_name='issuerstanding',
            name='agreement_until',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='issuerstanding',
            name='cause',
            field=models.CharField(blank=True, choices=[('application_sent', 'The application was sent'), ('application_withdrawn', 'The application was withdrawn'), ('accepted', 'Accredited, and an agreement was signed'), ('refused', 'The application was refused'), ('suspended', 'Suspended'), ('lifted', 'The suspension was lifted'), ('withdrawn', 'The accreditation was withdrawn'), ('agreement_ended', 'The agreement ended')], max_length=24),
        ),
        migrations.AddField(
            model_name='issuerstanding',
            name='created_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.RunPython(keep_the_latest_decision, migrations.RunPython.noop),
        migrations.CreateModel(
            name='IssuerInvitation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('manages', models.BooleanField(default=False)),
                ('may_define', models.BooleanField(default=False)),
                ('may_award', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('issuer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='credentials.issuer')),
            ],
        ),
        migrations.CreateModel(
            name='AwardRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('granted', models.BooleanField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.group')),
                ('issuer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='award_requests', to='credentials.issuer')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('decided_at', None)), fields=('issuer', 'group'), name='a_group_asks_an_issuer_once')],
            },
        ),
        migrations.CreateModel(
            name='IssuerApplication',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('draft', 'Being written'), ('sent', 'Sent, waits for a decision'), ('more_asked', 'More was asked for'), ('accepted', 'Accepted'), ('refused', 'Refused'), ('withdrawn', 'Withdrawn')], default='draft', max_length=12)),
                ('answers', models.JSONField(blank=True, default=dict)),
                ('review', models.JSONField(blank=True, default=dict)),
                ('reason', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('issuer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applications', to='credentials.issuer')),
                ('started_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'sent', 'more_asked'))), fields=('issuer',), name='an_issuer_has_one_open_application')],
            },
        ),
        migrations.CreateModel(
            name='IssuerMember',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('manages', models.BooleanField(default=False)),
                ('may_define', models.BooleanField(default=False)),
                ('may_award', models.BooleanField(default=False)),
                ('joined_at', models.DateTimeField(auto_now_add=True)),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('issuer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='credentials.issuer')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='issuer_memberships', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('issuer', 'user'), name='a_person_works_for_an_issuer_once')],
            },
        ),
    ]
