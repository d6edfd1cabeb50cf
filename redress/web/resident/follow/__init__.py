"""Following a complaint without an account: the way in, the page itself, and what can be done."""
