"""The rules: pure functions of plain values. No Django, no database, no clock."""
