"""The live blocks of texts: what the rules and the database say today."""
