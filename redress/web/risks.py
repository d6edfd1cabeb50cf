"""What a resident may be at risk of: asked at first contact, shown wherever the case is."""

from redress.rules.hazards import AT_RISK, DAMP_AND_MOULD, DANGER_NOW, VULNERABLE

# As the record keeps it, and as people say it.
RISKS: dict[str, str] = {
    DANGER_NOW: "Danger now",
    DAMP_AND_MOULD: "Damp and mould",
    VULNERABLE: "Someone vulnerable",
    AT_RISK: "At risk of harm",
}


def risk_words(risk: str) -> str:
    """A risk in words; one from elsewhere (an import) as it stands."""
    return RISKS.get(risk, risk.replace("_", " ").capitalize())
