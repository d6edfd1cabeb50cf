"""Refusals of taking in, logging and noting."""

TAKING_IN: dict[str, tuple[str, str]] = {
    "received_in_future": (
        "The complaint cannot have been received after today.",
        "Give the day it first reached any member of staff.",
    ),
    "description_missing": (
        "There is nothing about what happened.",
        "Write what the resident said, in their own words.",
    ),
    "service_missing": (
        "No service is named.",
        "Say which service this is about, such as Repairs.",
    ),
    "issue_missing": (
        "There is no issue to look into.",
        "Write at least one thing complained about, in a sentence.",
    ),
    "risk_missing": ("Nothing says which risk it is.", "Choose the risk that was handed over."),
    "told_nobody": (
        "Nothing says who was told of the risk.",
        "Tell whoever deals with it now, and write down who that was.",
    ),
    "told_how_missing": (
        "Nothing says how they were told.",
        "Write for example by phone, or the number of the job.",
    ),
    "representative_missing": (
        "Somebody speaks for the resident, but has no name here.",
        "Write their name, or clear what is said about them.",
    ),
    "chose_to_complain": (
        "The resident chose to complain, so it is a complaint.",
        "Choose complaint as what it is, or correct what they answered.",
    ),
    "why_missing": (
        "There is no reason for keeping this issue here or splitting it off.",
        "Say in a sentence why it is or is not part of this complaint.",
    ),
    "dissatisfaction_missing": (
        "Nothing says what the resident is unhappy about.",
        "Write what they said.",
    ),
    "answer_missing": ("There is no answer to send.", "Write what the resident is to be told."),
    "note_reaches_nobody": (
        "A note for colleagues reaches nobody.",
        "If you spoke to the resident, say whether it was a call, a visit or a meeting.",
    ),
    "outcome_not_noted": (
        "Nothing says what came of the case conference.",
        "Record what was agreed, or that nothing was.",
    ),
    "note_missing": ("The note is empty.", "Write what was said, or that nobody answered."),
    "document_name_missing": (
        "Nothing says what the document is.",
        "Name it in a few words, such as surveyor’s report.",
    ),
    "document_place_missing": (
        "There is no file, and nothing says where the document is kept.",
        "Choose a file, or give the folder, the file number or the address.",
    ),
    "document_two_places": (
        "There are files, and also a place where the document is kept.",
        "Send the files alone, or note the place in a form of its own.",
    ),
}
