"""A fictional committee in a real department, built by calling the same actions as people do."""
