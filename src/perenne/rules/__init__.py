"""The law: pure, dated, cited."""
