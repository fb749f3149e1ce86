from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0005_chain")]
    operations = [
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['visitor', 'buyer', 'facilitator', 'company', 'inclusion_structure', 'prescriber', 'coordination', 'house', 'command', 'unsaid'])), name='entry_role_is_known'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('person_id__isnull', False), ('role__in', ['house', 'visitor', 'command']), _connector='OR'), name='entry_without_a_person_says_who_acted'),
        ),
    ]
