"""Learning: the register of improvements, quality checks of responses, and residents' packs."""
