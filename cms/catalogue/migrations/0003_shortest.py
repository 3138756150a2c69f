"""The order by hours from an index of its own; whatever the language of the names."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_full_text")]
    operations = [
        migrations.AddIndex(
            model_name="catalogueentry",
            index=models.Index(
                condition=models.Q(("hours__isnull", False)),
                fields=["hours", "order_pl", "order_en", "order_uk"],
                name="catalogue_shortest",
            ),
        ),
    ]
