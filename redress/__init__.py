"""Redress: complaint handling for social landlords in England."""
