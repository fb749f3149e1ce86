"""One line a fact on standard error, as words or as JSON; who may read what is counted."""

from perenne.config.environment import ENVIRONMENT

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_addresses": {"()": "perenne.config.logs.without_addresses"}},
    "formatters": {
        "words": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
        "json": {"()": "perenne.config.logs.AsJson"},
    },
    "handlers": {
        "terminal": {
            "class": "logging.StreamHandler",
            "formatter": "json" if ENVIRONMENT.log_is_json else "words",
            "filters": ["without_addresses"],
        }
    },
    "root": {"handlers": ["terminal"], "level": "WARNING"},
}
METRICS_TOKEN = ENVIRONMENT.metrics_token
