"""The same queries and actions for machines, as JSON."""
