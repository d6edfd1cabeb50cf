"""Letters on paper and for editing: PDF and Word files made of the blocks of a letter."""
