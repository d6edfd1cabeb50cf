"""What is learned from complaints: the register of improvements, quality checks of responses, and
packs for a panel of residents."""
