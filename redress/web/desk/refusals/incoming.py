"""What refusals about messages say."""

INCOMING: dict[str, tuple[str, str]] = {
    "message_missing": ("There is no message.", "Write what it says, or add the file."),
    "message_too_long": ("The message is too long.", "Add it as a file, and write what it is."),
    "message_from_nobody": ("Nothing says who it is from.", "Write a name, or “not known”."),
    "no_such_message": ("This message is not on the case.", "Choose one that is."),
    "message_answered_already": ("This message is answered already.", "Nothing needs to be done."),
    "not_asked_about_stage_2": (
        "Nobody has to say of this message whether it asks for stage 2.",
        "Go back to the case. If stage 2 is asked for, take the case there.",
    ),
    "settled_without_words": (
        "Nothing says how it was answered, or why it is not a request for stage 2.",
        "Write it in a sentence.",
    ),
}
