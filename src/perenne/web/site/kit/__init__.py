"""The kit of a buyer: a short form whose answers stay in the address, and the files made of it."""
