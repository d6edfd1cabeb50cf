"""Cases at the Ombudsman: what came, what it asks of the landlord by when, and what it found."""
