"""Refusals about what a resident needs and the adjustments agreed with them."""

NEEDS: dict[str, tuple[str, str]] = {
    "asked_for_and_never": (
        "A way is asked for here that must never be used.",
        "Choose another way to write to them, or take the tick off.",
    ),
    "needs_changed": (
        "Somebody changed what is on record while you were writing, or the button was pressed "
        "twice. Nothing you typed is lost.",
        "Read the history below, and send this again only if it is still needed.",
    ),
    "against_adjustment": (
        "This form of the letter is against what was agreed with the resident.",
        "Go back to the letter, and choose the form that they need.",
    ),
    "not_made": (
        "The resident needs this letter in a form that has to be made first.",
        "Have it made and send it so, then tick that it was.",
    ),
    "format_untold": (
        "Another form is ticked, and nothing says which.",
        "Say in a few words what form their letters must have.",
    ),
    "language_untold": (
        "Letters are to be translated, and nothing says into which language.",
        "Write their language.",
    ),
    "review_not_ahead": (
        "The next review must lie ahead.",
        "Choose a day after today.",
    ),
    "adjustment_review_too_far": (
        "The next review is more than 12 months away, and adjustments are kept under review.",
        "Choose an earlier day.",
    ),
    "adjustment_untold": (
        "Nothing says what was agreed.",
        "Write what we do for them, so that a colleague can do it too.",
    ),
    "disability_untold": (
        "Nothing says what the resident told us.",
        "Write it in their words.",
    ),
}
