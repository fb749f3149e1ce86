"""The journal: what was done, by whom, to what; written in the act's own transaction."""
