"""Refusals about unacceptable behaviour, warnings and restrictions of contact."""

CONDUCT: dict[str, tuple[str, str]] = {
    "no_such_behaviour": (
        "This kind of behaviour is not in the landlord’s policy.",
        "Choose one of the kinds that it lists.",
    ),
    "behaviour_untold": (
        "Nothing says what happened.",
        "Write what was said or done, as somebody who was there saw it.",
    ),
    "affected_missing": (
        "Nothing says who was affected.",
        "Name the person or the team, and how it affected them.",
    ),
    "no_behaviour": (
        "No behaviour is on record that has not been warned of.",
        "Record what happened first, with the day and who was affected.",
    ),
    "nobody_to_warn": (
        "There is no resident on this case to write to.",
        "A warning needs somebody whom it can reach.",
    ),
    "nobody_to_restrict": (
        "There is no resident on this case.",
        "A restriction is of a resident whom we know.",
    ),
    "health_missing": (
        "Nothing says what was considered of the resident’s health and wellbeing.",
        "Look at what is on record, ask who knows them, and write what you found.",
    ),
    "support_missing": (
        "No support, advocacy or other help is offered.",
        "Offer something that may help, and write it as the letter is to say it.",
    ),
    "ask_missing": (
        "The letter would not say what we ask them to change.",
        "Write what they should do, or no longer do.",
    ),
    "limit_missing": ("Nothing is chosen to be limited.", "Choose what is limited."),
    "limit_untold": (
        "Nothing says what exactly is limited.",
        "Write it so that the resident and every colleague know what may be done.",
    ),
    "contact_person_missing": (
        "One person is to be the contact, and nobody is named.",
        "Name the person, and how to reach them.",
    ),
    "restriction_reasons_missing": (
        "The reasons for the restriction are not given.",
        "Write them with the evidence: what happened, when, and what was tried.",
    ),
    "proportion_missing": (
        "Nothing says why this is proportionate.",
        "Say why less would not do, and why this is no more than is needed.",
    ),
    "equality_missing": (
        "The Equality Act 2010 has not been considered.",
        "Think of disability, health and the other things it protects, and write what you found.",
    ),
    "equality_by_missing": (
        "Nothing says who considered the Equality Act 2010.",
        "Name the person.",
    ),
    "equality_changed_missing": (
        "Nothing says what was changed because of the equality check.",
        "Write what was changed, or that nothing was and why.",
    ),
    "way_open_missing": (
        "No way is left by which the resident can reach us.",
        "Say which way stays open. One always does.",
    ),
    "appeal_missing": (
        "Nothing says how the resident can appeal.",
        "Write whom they can tell, and who will look at it again.",
    ),
    "restriction_review_not_ahead": (
        "The next review must lie ahead.",
        "Choose a day after today.",
    ),
    "restriction_review_too_far": (
        "The next review is more than 6 months away, and restrictions are kept under review.",
        "Choose an earlier day.",
    ),
    "review_after_end": (
        "The next review lies after the end of the restriction.",
        "Choose a day on which it still holds.",
    ),
    "restriction_too_long": (
        "It would last for more than 12 months.",
        "Choose an earlier end. What is needed after that is a new decision.",
    ),
    "restriction_there": (
        "A restriction holds or waits already.",
        "Look at that one again, or end it first.",
    ),
    "not_their_case": (
        "This is not another case of the same resident, or you may not see it.",
        "Check the reference, or leave it empty.",
    ),
    "not_warned": (
        "The resident was not warned, and no violence or threat of it is on record.",
        "Warn them first. After violence or a threat of it, say why no warning came first.",
    ),
    "not_gone_on": (
        "Nothing is on record that happened since the warning.",
        "A warning gives them the chance to change. Restrict contact only if it goes on.",
    ),
    "no_proposal": (
        "No restriction waits for a second person.",
        "A colleague proposes it first.",
    ),
    "own_proposal": (
        "You proposed this restriction yourself.",
        "A second person who may decide has to approve it.",
    ),
    "no_restriction": ("No restriction of contact holds.", "Nothing needs to be done."),
    "review_untold": (
        "Nothing says what the review found.",
        "Write how things have been since, and why it goes on.",
    ),
    "own_appeal": (
        "You proposed or approved this restriction, and the resident appeals against it.",
        "Somebody else has to look at it.",
    ),
}
