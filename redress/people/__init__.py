"""Who there is: landlords, organisations, teams, users and their roles, residents and homes."""
