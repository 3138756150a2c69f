"""A picture for messengers is asked for by the address of its page."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0006_narrow_entries")]
    operations = [
        migrations.AddIndex(
            model_name="catalogueentry", index=models.Index(fields=["path"], name="catalogue_path")
        ),
    ]
