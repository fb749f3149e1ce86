"""Django's PostgreSQL backend, whose connections know for which committee they work."""
