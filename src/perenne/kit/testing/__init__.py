"""The bench: what tests need of the database that the application itself may not do."""
