"""Any list of the house as a file: the same view, the same rows, all of them."""
