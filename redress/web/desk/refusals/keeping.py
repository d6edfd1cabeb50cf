"""Refusals about how long a case is kept."""

KEEPING: dict[str, tuple[str, str]] = {
    "held_already": (
        "A legal hold is on this case already.",
        "Lift it first if it should say something else.",
    ),
    "not_held": ("No legal hold is on this case.", "Nothing needs to be done."),
    "hold_ends_too_soon": (
        "The last day of the hold is not ahead.",
        "Give a day after today, or none, so that it holds until it is lifted.",
    ),
    "erased": (
        "This case was erased at the end of its retention.",
        "Nothing can be done to it. If somebody comes back to the matter, take in a new case.",
    ),
}
