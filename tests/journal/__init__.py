"""The journal: what it writes, what it hides, and that whoever touches it is seen."""
