"""What the browser is asked for, as an attribute of the form can hold it."""

import json
from collections.abc import Mapping

from django.core.serializers.json import DjangoJSONEncoder


def as_json(options: Mapping[str, object]) -> str:
    return json.dumps(options, cls=DjangoJSONEncoder)
