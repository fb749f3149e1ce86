from perenne.domain.library.actions.loading import load_originals
from perenne.domain.library.actions.showing import publish_text, withdraw_text
from perenne.domain.library.actions.writing import open_text, restore_text, write_text

__all__ = [
    "load_originals",
    "open_text",
    "publish_text",
    "restore_text",
    "withdraw_text",
    "write_text",
]
