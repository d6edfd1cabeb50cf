"""Refusals of what is learned from a complaint, and of feedback on a response."""

LEARNING: dict[str, tuple[str, str]] = {
    "nothing_upheld": (
        "This issue was not upheld, in whole or in part.",
        "Choose an issue that was. What a complaint that was not upheld shows goes on the register "
        "of improvements.",
    ),
    "no_such_cause": ("No root cause is chosen.", "Choose the one that comes nearest."),
    "went_wrong_missing": (
        "Nothing says what went wrong.",
        "Write in a sentence what led to it.",
    ),
    "lesson_missing": (
        "Nothing says what was learned.",
        "Write in a sentence what would have kept it from happening.",
    ),
    "lesson_owed": (
        "Nobody has said what was learned from what was upheld.",
        "Record the root cause and the lesson of each issue that was upheld.",
    ),
    "nobody_to_tell": (
        "This stage was not answered by a colleague whom Redress knows.",
        "Speak to whoever answered it.",
    ),
    "own_response_checked": (
        "You wrote this response, and nobody checks their own.",
        "Leave it to a colleague.",
    ),
    "feedback_missing": ("There is no feedback.", "Write what was done well, and what to mend."),
}
