"""A look inside the file, in a process that can be lost: what it is, and whether it is a trap."""
