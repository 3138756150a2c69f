from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("credentials", "0060_first_and_last_letters")]

    operations = [
        migrations.AddField(
            model_name="offerround", name="on_paper", field=models.BooleanField(default=False)
        ),
    ]
