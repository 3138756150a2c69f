from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0001_facts_deliveries_and_receipts")]

    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["-created_at"], name="activity_by_day"),
        ),
    ]
