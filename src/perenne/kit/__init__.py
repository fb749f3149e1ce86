"""The tools: technical, and ignorant of the law."""
