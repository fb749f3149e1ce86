"""Who answers where is told by `coverage` from now on; its second migration took the rows."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0002_of_a_committee"),
        ("coverage", "0002_rows_of_before"),
    ]

    operations = [migrations.DeleteModel(name="Coverage")]
