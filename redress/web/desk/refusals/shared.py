"""Refusals of any action: who may, when, and dates that cannot be."""

SHARED: dict[str, tuple[str, str]] = {
    "not_permitted": (
        "Your role does not allow this.",
        "Ask a colleague who may do it, or whoever manages roles for this landlord.",
    ),
    "not_now": (
        "The case is at a point where this cannot be done.",
        "Go back to the case and see what is owed next.",
    ),
    "changed_meanwhile": (
        "Somebody changed this case while you were writing. Nothing you typed is lost.",
        "Read what happened, change your text if you need to, and send it again.",
    ),
    "changed_by_you": (
        "You have done something to this case since you opened this page. Perhaps the button was "
        "pressed twice. Nothing you typed is lost.",
        "Read what is on the record, and send this again only if it is still needed.",
    ),
    "newer_text": (
        "Somebody kept another text of this while you were writing. Nothing you typed is lost.",
        "Read both, and keep one or put them together.",
    ),
    "letter_incomplete": (
        "The letter would go without a part that the Code asks for.",
        "Write what belongs here.",
    ),
    "date_out_of_range": (
        "This date cannot be right: it is in the future, or outside the life of the complaint.",
        "Give the day it really happened.",
    ),
    "date_not_known": (
        "Redress cannot count from this date: no policy or no bank holidays are known for it.",
        "Check the year.",
    ),
}
