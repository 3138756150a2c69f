"""Languages and own skills can stand on a presentation page; a page and a skill that were reported are hidden."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("portfolio", "0002_contacts_skills_and_archives")]

    operations = [
        migrations.AddField("ownskill", "hidden_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("presentationpage", "hidden_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("presentationpage", "with_languages", models.BooleanField(default=False)),
        migrations.AddField(
            "presentationpage",
            "skills",
            models.ManyToManyField(blank=True, related_name="pages", to="portfolio.ownskill"),
        ),
    ]
