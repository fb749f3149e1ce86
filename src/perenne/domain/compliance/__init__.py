"""Reviews, shortfalls, formal notices, penalties, certificates."""
