"""What the server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perenne.config.settings")
application = get_wsgi_application()
gc.freeze()  # what is loaded stays: no page waits for all of it to be looked through again
