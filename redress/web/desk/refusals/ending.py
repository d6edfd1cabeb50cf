"""Refusals of taking back, withdrawing and closing."""

ENDING: dict[str, tuple[str, str]] = {
    # Taking back
    "nothing_to_undo": (
        "The last step of this case cannot be taken back.",
        "Put it right with a further step. Both will stand on the record.",
    ),
    "not_yours_to_undo": (
        "The last step was somebody else’s.",
        "Ask them to take it back.",
    ),
    "too_late_to_undo": (
        "More than ten minutes have passed since the last step.",
        "Put it right with a further step. Both will stand on the record.",
    ),
    "letter_has_left": (
        "The letter has left, or is leaving now.",
        "Write to the resident again to put it right.",
    ),
    # Ending
    "how_missing": (
        "Nothing says how the resident withdrew.",
        "Write when and how they told us.",
    ),
    "actions_open": (
        "Something that was promised is not done yet.",
        "Mark each promised action as done, with its proof, and then close.",
    ),
}
