"""Files that people send: kept whole, under a random name, never under the name they came with."""
