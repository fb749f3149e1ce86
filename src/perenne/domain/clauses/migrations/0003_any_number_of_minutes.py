from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clauses", "0002_initial")]
    operations = [
        migrations.AlterField(
            model_name="clause",
            name="computed_minutes",
            field=models.PositiveBigIntegerField(),
        ),
        migrations.AlterField(
            model_name="clause",
            name="due_minutes",
            field=models.PositiveBigIntegerField(),
        ),
    ]
