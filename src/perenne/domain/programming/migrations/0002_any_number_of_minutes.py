from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programming", "0001_initial")]
    operations = [
        migrations.AlterField(
            model_name="plannedpurchase",
            name="minutes",
            field=models.PositiveBigIntegerField(null=True),
        ),
    ]
