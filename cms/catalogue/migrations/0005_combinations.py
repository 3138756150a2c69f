"""What an entry is filtered by becomes a row that many share, and a number at the entry. Here it is filled in."""

import django.db.models.deletion
from django.db import migrations, models

FACETS = (
    "kind", "field", "price", "workload", "form", "level", "issuer", "voivodeship", "languages", "accessible",
)  # fmt: skip


def fill(apps, schema_editor):
    columns = ", ".join(FACETS)
    same = " AND ".join(f"one.{name} = catalogue_catalogueentry.{name}" for name in FACETS)
    schema_editor.execute(
        f"INSERT INTO catalogue_combination ({columns}) SELECT DISTINCT {columns} FROM catalogue_catalogueentry"
    )
    schema_editor.execute(
        f"""UPDATE catalogue_catalogueentry SET combination_id =
            (SELECT one.id FROM catalogue_combination AS one WHERE {same})"""
    )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0004_kept_vector")]
    operations = [
        migrations.CreateModel(
            name="Combination",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ('kind', models.CharField(choices=[('microcredential', 'Microcredentials'), ('path', 'Development paths'), ('digital_badge', 'Digital badges'), ('club_badge', 'Club badges'), ('club', 'Clubs'), ('issuer', 'Issuers'), ('event', 'Events')], max_length=16)),
                ('field', models.CharField(blank=True, choices=[('government', 'State and local government'), ('law', 'Law and offices'), ('dialogue', 'Debate and dialogue'), ('media', 'Media and information'), ('helping', 'Volunteering and help'), ('nature', 'Nature and climate'), ('memory', 'History and memory'), ('science', 'Science and technology'), ('culture', 'Culture'), ('sport', 'Sport and outdoors'), ('inclusion', 'Accessibility and inclusion'), ('together', 'Acting together')], max_length=12)),
                ('price', models.CharField(blank=True, choices=[('free', 'Free of charge'), ('paid', 'Paid')], max_length=4)),
                ('workload', models.CharField(blank=True, choices=[('short', 'up to 5 hours'), ('medium', '6 to 15 hours'), ('long', '16 to 30 hours'), ('longest', 'over 30 hours')], max_length=8)),
                ('form', models.CharField(blank=True, choices=[('in_person', 'In person'), ('online', 'Online'), ('blended', 'In person and online')], max_length=10)),
                ('level', models.CharField(blank=True, max_length=1)),
                ('issuer', models.SlugField(blank=True, db_index=False)),
                ('voivodeship', models.CharField(blank=True, choices=[('dolnośląskie', 'dolnośląskie'), ('kujawsko-pomorskie', 'kujawsko-pomorskie'), ('lubelskie', 'lubelskie'), ('lubuskie', 'lubuskie'), ('łódzkie', 'łódzkie'), ('małopolskie', 'małopolskie'), ('mazowieckie', 'mazowieckie'), ('opolskie', 'opolskie'), ('podkarpackie', 'podkarpackie'), ('podlaskie', 'podlaskie'), ('pomorskie', 'pomorskie'), ('śląskie', 'śląskie'), ('świętokrzyskie', 'świętokrzyskie'), ('warmińsko-mazurskie', 'warmińsko-mazurskie'), ('wielkopolskie', 'wielkopolskie'), ('zachodniopomorskie', 'zachodniopomorskie')], max_length=24)),
                ('languages', models.CharField(blank=True, max_length=8)),
                ('accessible', models.BooleanField(default=False)),
            ],
        ),
        migrations.AddConstraint(
            model_name="combination",
            constraint=models.UniqueConstraint(fields=FACETS, name="catalogue_each_combination_once"),
        ),
        migrations.AddField(
            model_name="catalogueentry",
            name="combination",
            field=models.ForeignKey(
                db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="entries",
                to="catalogue.combination",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]  # fmt: skip
