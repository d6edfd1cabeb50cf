"""Refusals where others are asked for comments."""

COMMENTS: dict[str, tuple[str, str]] = {
    "nobody_asked": ("Nobody is chosen.", "Choose at least one person, or type who it is."),
    "asked_incomplete": (
        "Somebody who is to be asked has no name or no email address, or a very long name.",
        "Give both, the name in 100 characters or fewer.",
    ),
    "asked_twice": ("Two of the people have the same email address.", "Leave one of them out."),
    "question_missing": ("There is no question.", "Write what you need to know."),
    "due_in_past": ("The date has passed.", "Choose today or a later day."),
    "after_response_due": (
        "The comments are due after the response is.",
        "Ask for them sooner, or extend the response date.",
    ),
    "no_such_request": (
        "This request for comments is not on the case, or an answer is no longer waited for.",
        "Choose one that is still open.",
    ),
    "already_answered": (
        "This request has its answer already, and the first answer stands.",
        "Record anything more as a note.",
    ),
    "comments_missing": (
        "There is no answer.",
        "Write what you know, or whom we should ask instead.",
    ),
    "who_answers_missing": ("Nothing says who answers.", "Give a name."),
    "no_chaser_due": ("No reminder is due today.", "Nothing needs to be done."),
    "chased_today": ("They were reminded today already.", "Wait for their answer."),
    "no_manager_known": (
        "Nobody is known to whom this could be taken.",
        "Remind the person, or find out who their manager is and telephone.",
    ),
    "manager_told_already": (
        "Their manager has been told already.",
        "Telephone, or remind the person again.",
    ),
}
