import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("credentials", "0055_pictures_grades_and_languages_of_reasons")]

    operations = [
        migrations.CreateModel(
            name="IssuerLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=16)),
                ("due_at", models.DateTimeField(db_index=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("issuer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="credentials.issuer")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("issuer", "kind"), name="one_letter_of_a_kind_waits_for_an_issuer")
                ],
            },
        ),
    ]
