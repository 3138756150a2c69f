from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0005_let_in_with_a_guardians_word"),
    ]

    operations = [
        migrations.AlterField(
            model_name="consent",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("event", "Taking part in an event"),
                    ("club", "Being a member of a club"),
                    ("sharing", "Sharing badges outside the class"),
                    ("presentation", "Showing a page about oneself to people outside"),
                    ("account", "Having an account of one’s own"),
                    ("handover", "Taking over the account that the school runs"),
                ],
                max_length=16,
            ),
        ),
    ]
