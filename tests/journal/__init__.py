"""The journal, tried on real tables: what is written, chained, read again."""
