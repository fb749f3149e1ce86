"""Who gets which page, one module a noun: `ROWS`, and `things(committee)` that they are about.

A row: address, the thing it is about (`-`: nothing), `POST` where the address takes nothing else,
then a status for each of WHO. 200 shown, 302 sent elsewhere (most often to sign in), 404 nothing
to see, 405 not by a link. What is not said here is derived: see `tests/house/test_matrix.py`.
"""
