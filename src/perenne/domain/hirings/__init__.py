"""Who is hired, under which contract, for which commitment."""
