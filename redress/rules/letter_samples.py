"""Plain facts for every kind of letter, as a good officer would write them: for tests, and for
looking at a wording before it is used."""

from collections.abc import Sequence

COMMON: dict[str, str | Sequence[str]] = {
    "date": "Thursday 14 May 2026",
    "reference": "HAR-2026-0041",
    "resident_name": "Ms Okafor",
    "handler_name": "Dan Reed",
    "landlord_name": "Harrow Council",
    "contact": "phone 020 7946 0000",
}
OMBUDSMAN = (
    "Housing Ombudsman",
    "Website and complaint form: www.housing-ombudsman.org.uk",
    "Telephone: 0300 111 3000",
)
DEFINITION = ("Your boiler was not mended for two weeks.", "Nobody called you back.")
RESPONSE: dict[str, str | Sequence[str]] = {
    "definition": DEFINITION,
    "decision_summary": "We uphold part of your complaint. We are sorry for what we got wrong.",
    "decisions": (
        "Your boiler: we agree – we sent the wrong part and lost ten days.",
        "Calls: we do not agree – we called you on 4 May and left a message.",
    ),
    "remedies": ("We are sorry for the delay.", "We will pay you £105 for the days without heat."),
    "actions": ("Pay you £105 – Dan Reed – by Friday 22 May 2026",),
    "ombudsman": OMBUDSMAN,
}

SAMPLES: dict[str, dict[str, str | Sequence[str]]] = {
    "receipt": {
        "received_date": "Thursday 7 May 2026",
        "acknowledge_by": "Thursday 14 May 2026",
    },
    "acknowledgement": {
        "definition": DEFINITION,
        "outcome_sought": "You want the boiler mended and money back for the cold days.",
        "responsible": ("Your boiler.", "Our calls to you."),
        "not_responsible": ("The price of gas. Your gas supplier sets it.",),
        "respond_by": "Friday 29 May 2026",
        "ombudsman": OMBUDSMAN,
    },
    "extension": {
        "stage_name": "stage 1",
        "old_date": "Friday 29 May 2026",
        "new_date": "Friday 12 June 2026",
        "reason": "The maker of the boiler has to look at it. They can come on 5 June.",
        "ombudsman": OMBUDSMAN,
    },
    "clarification": {
        "questions": ("On which days was the boiler off?", "Who told you that it was mended?"),
        "answer_by": "Monday 18 May 2026",
        "still_by": "We will still send you our answer by Friday 29 May 2026.",
    },
    "offer": {
        "impact": "You had no heating for nine days, with a baby in the flat.",
        "offer": (
            "We say sorry for what we got wrong.",
            "We will pay you £135 by Friday 5 June 2026.",
        ),
        "ombudsman": OMBUDSMAN,
    },
    "holding_update": {
        "where_we_are": "We said we would answer by Friday 29 May 2026. We did not. We are sorry.",
        "what_happened": "The maker looked at the boiler on 3 June.",
        "what_next": "We will read what they found and then decide.",
        "write_by": "Friday 12 June 2026",
        "ombudsman": OMBUDSMAN,
    },
    "adverse_findings": {
        "stage_name": "stage 1",
        "findings": "We think that we called you on 4 May and left a message.",
        "comment_by": "Thursday 21 May 2026",
        "answer_by": "Friday 29 May 2026",
    },
    "signpost": {
        "matter": "You think that your service charge is too high.",
        "turn_to": (
            "First-tier Tribunal (Property Chamber), for how much a service charge or a rent "
            "should be: website www.gov.uk/housing-tribunals",
        ),
        "who_asks": "We have not told them about you. You need to ask them yourself.",
        "the_rest": "We go on with the rest of your complaint.",
        "ombudsman": OMBUDSMAN,
    },
    "action_update": {
        "news": ("We said we would paint the wall by 22 May. It will be later. We are sorry.",),
        "still_to_do": ("Paint the wall – Dan Reed – by Friday 12 June 2026",),
    },
    "stage_1_response": RESPONSE
    | {
        "stage_name": "stage 1",
        "how_to_escalate": "Call us, write to us or tell any of our staff.",
    },
    "stage_2_response": RESPONSE
    | {
        "stage_name": "stage 2",
        "who_considered": "Priya Shah looked at it. She took no part in our stage 1 answer.",
    },
    "refusal": {
        "issues": ("The crack in your wall in 2019.",),
        "ground": "It happened more than 12 months ago.",
        "reasons": "You told us on 1 May 2026. You first saw the crack in June 2019.",
        "discretion": "We asked if you were ill or away. You said you were not.",
        "ombudsman": OMBUDSMAN,
    },
    "escalation_refusal": {
        "ground": "A court is looking at it now.",
        "reasons": "Your claim went to the county court on 3 April 2026.",
        "ombudsman": OMBUDSMAN,
    },
    "behaviour_warning": {
        "told": "You rang 31 times on Friday 8 May and swore at two of us.",
        "ask": "Please ring once a day at most, and do not swear.",
        "offered": "The advice centre can speak for you. Its number is 020 7946 0001.",
        "ombudsman": OMBUDSMAN,
    },
    "contact_restriction": {
        "limits": ("One person is the contact", "Calls only at set times"),
        "details": "Please ring Eve Hall on Tuesdays between ten and eleven.",
        "way_open": "Your contact is Eve Hall, 020 7946 0002. You can write to us at any time.",
        "reasons": "You rang 31 times on one day after we asked you not to.",
        "proportionate": "You can still ring each week, and write when you like.",
        "equality": "You told us of no disability. We asked you again.",
        "equality_by": "Dan Reed",
        "equality_changed": "You may ring at another hour if you are ill.",
        "offered": "The advice centre can help you to write to us.",
        "starts": "Friday 15 May 2026",
        "review_on": "Friday 14 August 2026",
        "ends_on": "Friday 13 November 2026",
        "appeal": "Write to Priya Shah by post or email. She took no part in this.",
        "ombudsman": OMBUDSMAN,
    },
    "restriction_review": {
        "found": "You rang each Tuesday as we asked. Twice you swore.",
        "details": "Please ring Eve Hall on Tuesdays and Thursdays.",
        "way_open": "You can write to us at any time.",
        "review_on": "Friday 9 October 2026",
        "ends_on": "Friday 13 November 2026",
        "appeal": "Write to Priya Shah by post or email.",
        "ombudsman": OMBUDSMAN,
    },
    "restriction_end": {
        "ended_on": "Friday 13 November 2026",
        "why": "You have kept to what we asked since May. Thank you.",
    },
    "withdrawal": {"withdrawn_date": "Monday 11 May 2026"},
    "consent_request": {
        "representative_name": "Joy Okafor",
        "answer_by": "Friday 29 May 2026",
    },
    "representative_acknowledgement": {},
    "outcome_for_others": {
        "decided": (
            "Stage 1, answered on Friday 29 May 2026: partly upheld.",
            "The boiler was not mended for two weeks: upheld.",
        ),
        "actions": ("Check the boiler – by Friday 12 June 2026",),
        "more": "We left out names. The resident has our full answer.",
    },
    "closing": {"what_was_done": ("We mended your boiler.", "We paid you £105.")},
    "satisfaction": {
        "opening": "We closed your complaint on Friday 1 May 2026.",
        "answer_by": "Friday 12 June 2026",
        "link": "https://redress.example/harrow/how-we-did/3-ABCDE-FGHJK-MNPQR",
        "not_happy": "You can ask us to look at your complaint again. That is stage 2.",
        "ombudsman": OMBUDSMAN,
    },
    "request_answer": {
        "answer": "We will mend your gate on 20 May.",
        "how_to_complain": "Call us, write to us or tell any of our staff.",
    },
}


def facts(kind: str) -> dict[str, str | Sequence[str]]:
    """All facts that a letter of this kind needs."""
    return COMMON | SAMPLES[kind]
