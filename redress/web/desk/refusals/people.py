"""Refusals about who speaks for the resident, and who signed."""

PEOPLE: dict[str, tuple[str, str]] = {
    "old_route": (
        "The letter speaks of a designated person, or of waiting eight weeks for the Ombudsman.",
        "Take it out: both ended on 1 October 2022, and residents may go there directly.",
    ),
    "named_already": (
        "Somebody of this name speaks for the resident already.",
        "Change what is there, or end it first.",
    ),
    "nobody_to_ask": (
        "The case has no resident who could be asked.",
        "Leave the letter out, and say who the resident is when you know.",
    ),
    "claim_not_asked": (
        "Nothing says whether a claim is filed at court.",
        "Ask the solicitor. A claim counts once it is filed, and the clock runs meanwhile.",
    ),
    "cannot_be_reached": (
        "Nothing says how to reach them.",
        "Ask for an email address, a phone number or an address.",
    ),
    "no_such_representative": (
        "Nobody of this number speaks for the resident on this case, or it has ended.",
        "Choose one who is still there, or name them.",
    ),
    "consent_how_missing": ("Nothing says how the resident agreed.", "Choose how."),
    "consent_not_given": (
        "The resident never agreed, so there is nothing to take back.",
        "Record that they say no.",
    ),
    "ends_before_it_begins": ("It would end before it begins.", "Choose a later last day."),
    "consent_not_on_file": (
        "Our policy asks for written consent on file, and none is noted.",
        "Ask the resident to sign the slip, and note where it is kept.",
    ),
    "why_ended_missing": ("Nothing says why it ends.", "Write why."),
    "not_answered_yet": (
        "There is no answer yet that they could be told of.",
        "Answer the resident first.",
    ),
    "no_consent": (
        "The resident has not agreed, or their consent is not in date.",
        "Leave out what is ticked and written: the letter then says only that we answered. Or ask "
        "the resident.",
    ),
    "out_of_scope": (
        "The resident agreed that they are told the outcome, and no more.",
        "Leave out what we promised and what else you wrote.",
    ),
    "names_the_resident": (
        "It holds a name, an address or a number of the resident, or of somebody who signed.",
        "Leave it out, or tell it in other words.",
    ),
    "money_in_it": ("It speaks of money.", "Leave it out: the resident has the full answer."),
    "health_in_it": (
        "It may speak of somebody’s health.",
        "Read it again, and leave health out.",
    ),
    "nobody_signed": ("Nobody is named.", "Write at least one name."),
    "signatory_without_name": (
        "Somebody has no name, or a very long one.",
        "Give each a name of 200 characters or fewer.",
    ),
    "too_many_signatories": (
        "These are more people than one case can hold: 2,000.",
        "Keep the list as a document, and put down those who want a letter of their own.",
    ),
    "no_single_contact": (
        "Nobody is the group’s single contact.",
        "Ask the group to choose one, and take it down again under their name.",
    ),
    "no_such_signatory": (
        "Nobody of this number is on the list, or their name was taken off.",
        "Choose one who is there.",
    ),
    "not_a_group": (
        "This is no petition, and no group complains.",
        "Put down who signed first.",
    ),
    "offered_how_missing": ("Nothing says how it was offered.", "Write how, and to whom."),
    "names_a_signatory": (
        "This letter goes to everybody in the group, and it names somebody who signed, or says "
        "where they live.",
        "Tell it without the name and the address.",
    ),
}
