"""The directory of structures: found, read, kept in lists; each says its own offer."""
