"""What a landlord publishes: editions of a small public site, approved and kept for ever."""
