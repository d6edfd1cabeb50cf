"""What a resident may be at risk of: asked at first contact, shown wherever the case is."""

DANGER_NOW = "danger_now"

# As the record keeps it, and as people say it.
RISKS: dict[str, str] = {
    DANGER_NOW: "Danger now",
    "damp_and_mould": "Damp and mould",
    "vulnerable": "Someone vulnerable",
}


def risk_words(risk: str) -> str:
    """A risk in words; one from elsewhere (an import) as it stands."""
    return RISKS.get(risk, risk.replace("_", " ").capitalize())
