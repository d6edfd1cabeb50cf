"""Refusals about promises, tasks and updates."""

PROMISES: dict[str, tuple[str, str]] = {
    "action_incomplete": (
        "A promised action lacks what will be done, or who will do it.",
        "Complete it, or clear the row.",
    ),
    "action_in_past": (
        "A promised action has a date that has passed.",
        "Give the day by which it will be done.",
    ),
    "not_agreed_yet": (
        "Nothing says that the resident agrees to what is promised.",
        "Ask them, and record their answer.",
    ),
    "same_date": ("This is the date it has already.", "Give the new date."),
    "interval_out_of_range": (
        "Updates come every 1 to 20 working days.",
        "Give a number from 1 to 20.",
    ),
    "agreement_missing": (
        "Nothing says how this was agreed with the resident.",
        "Write when and by what way.",
    ),
    "nothing_to_redate": ("No date of this case changes.", "Nothing needs doing."),
    "no_reminder_due": ("No reminder is due today.", "Nothing needs doing."),
    "no_such_action": (
        "This action is already marked as done, or is not on the case.",
        "Choose one that is still open.",
    ),
    "proof_missing": (
        "Nothing shows that it was done.",
        "Give what shows it, such as a job number, a receipt or a photo.",
    ),
}
