"""What refusals about offers say."""

OFFERS: dict[str, tuple[str, str]] = {
    "remedy_words_missing": (
        "The letter would not say what will be done.",
        "Write what you offer, one thing on each line.",
    ),
    "amount_missing": ("Money is ticked, and there is no amount.", "Enter how many pounds."),
    "pay_by_missing": (
        "The offer does not say by when the money is paid.",
        "Enter the day by which it is paid.",
    ),
    "impact_missing": (
        "Nothing says what it meant for the resident.",
        "Write what the fault meant for them; what you offer follows from it.",
    ),
    "offer_empty": ("Nothing is offered.", "Tick a remedy, or write what you offer."),
    "amount_too_high": (
        "This is more money than your role may promise.",
        "Ask somebody who may promise it to make the offer.",
    ),
    "no_such_offer": (
        "There is no such offer on this case.",
        "Go back to the case and choose one that is there.",
    ),
    "offer_settled": (
        "This is on the record already.",
        "Choose what became of it since, or another offer.",
    ),
    "offer_was_refused": (
        "The resident refused this offer.",
        "If they have changed their mind, record first that they accept it.",
    ),
    "no_money_offered": ("This offer has no money in it.", "Say that it is accepted or refused."),
    "offset_refused": (
        "Compensation is apart from arrears, and nothing shows that the resident agreed.",
        "Pay it to them, or write how and when they agreed that it goes towards arrears.",
    ),
    "offer_unpaid": (
        "Money that the resident accepted is not paid.",
        "Pay it and record the payment, with what shows it.",
    ),
}
