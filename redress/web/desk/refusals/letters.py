"""Refusals of letters on the way to the response."""

LETTERS: dict[str, tuple[str, str]] = {
    # Acknowledging
    "definition_missing": (
        "The complaint is not defined.",
        "Write what you understand the complaint to be, so that the resident can correct it.",
    ),
    "outcome_sought_missing": (
        "The outcome the resident wants is not given.",
        "Write what they want to happen. If they have not said, ask them.",
    ),
    "not_responsible_missing": (
        "Nothing says which parts the landlord is not responsible for.",
        "Name them and who is, or write that there are none.",
    ),
    # Extending
    "reason_missing": ("There is no reason.", "Give the reason in a sentence."),
    "not_later": (
        "The new date is not after the date the resident has now.",
        "Choose a later date.",
    ),
    "date_has_passed": (
        "The response date has passed, so it can no longer be moved.",
        "Send the response as soon as you can. The case stays late on the record.",
    ),
    "ombudsman_details_missing": (
        "The letter would go without the Housing Ombudsman’s details.",
        "Tick that the letter carries them.",
    ),
    "over_the_cap": (
        "The new date is further off than an extension may go.",
        "Choose an earlier date, or give a good reason and a second person who approves it.",
    ),
    "not_agreed": (
        "The resident has not agreed to the extension, which the landlord’s policy asks for.",
        "Ask them, and record their answer.",
    ),
    # Asking, telling, pointing elsewhere
    "clarification_missing": (
        "There is no question to ask.",
        "Write what is unclear, one question on each line.",
    ),
    "not_ahead": ("The day is not ahead.", "Choose a day after today."),
    "update_missing": (
        "Nothing says what has happened since we last wrote.",
        "Write it, or say that nothing has happened and why.",
    ),
    "next_missing": (
        "Nothing says what comes next.",
        "Write what we will do next, and when.",
    ),
    "interval_not_agreed": (
        "The resident has not agreed to hear from us again on that day.",
        "Ask them how often they want to hear, and record their answer.",
    ),
    "findings_missing": (
        "There are no findings to comment on.",
        "Write what we are minded to find against the resident, and on what evidence.",
    ),
    "no_time_for_comment": (
        "The response is due today or late, so there is no time left for comment.",
        "Respond, and say there why the resident could not comment first.",
    ),
    "after_response": (
        "The day for comment is after the response is due, and comment moves no date.",
        "Choose a day up to the response date.",
    ),
    "findings_not_shared": (
        "No findings have been shared with the resident at this stage.",
        "Share them for comment first, or record what was said as a call.",
    ),
    "comment_missing": ("The comment is empty.", "Write what the resident said."),
    "matter_missing": (
        "Nothing says what it is about.",
        "Write which part of it is for somebody else.",
    ),
    "nobody_named": (
        "Nobody is named who can help.",
        "Choose at least one from the register of contacts.",
    ),
    "no_such_contact": (
        "One of those named is not in the register of contacts today.",
        "Choose from the list.",
    ),
    "contact_expired": (
        "The contact details are past the day until which they were checked.",
        "Have them checked and put into the register again, or choose another.",
    ),
    "ombudsman_details_old": (
        "The Housing Ombudsman’s details are past the day until which they were checked.",
        "Look them up on the Ombudsman’s website, and have the register put right.",
    ),
    "details_changed": (
        "These details have changed in the register of contacts.",
        "Change them in what you wrote, or take them out.",
    ),
    "gap_open": (
        "A passage still has a gap to fill in.",
        "Write the real words in place of each {…}, or take the sentence out.",
    ),
}
