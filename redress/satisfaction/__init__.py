"""What residents say of how complaints are handled: asked after closing, and in surveys."""
