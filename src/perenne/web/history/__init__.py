"""History: the pages on which one reads what was done."""
