"""Refusals of what a resident says while they follow their complaint, and of reading out a code."""

FOLLOWED: dict[str, tuple[str, str]] = {
    "no_definition": (
        "The complaint has not been set out in writing yet.",
        "Wait for the acknowledgement.",
    ),
    "correction_missing": (
        "Nothing says what is wrong or missing.",
        "Say what should be put otherwise.",
    ),
    "no_extension": ("The date of the answer has not been moved.", "Nothing needs doing."),
    "answered_before": ("This answer is on the record already.", "Nothing needs doing."),
    "mark_out_of_range": ("A mark is from 1 to 5.", "Choose one of the five."),
    "rated_before": ("This is on the record already.", "Nothing needs doing."),
    "nothing_to_ask_about": (
        "This is no complaint that was answered.",
        "Nobody is asked about it.",
    ),
    "code_for_nobody": (
        "Nobody on this case can follow it.",
        "Put an e-mail address or a phone number on the resident first.",
    ),
    "not_checked": (
        "Nothing says how you made sure who is asking.",
        "Write what you asked them.",
    ),
}
