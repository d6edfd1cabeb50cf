"""What invented residents complain about, and what is found. No real person or case is here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trouble:
    """One complaint: the resident's words, its issues, and how the landlord answers it."""

    service: str
    category: str
    words: str
    issues: tuple[str, ...]
    wanted: str
    definition: str
    upheld: str
    not_upheld: str
    work: str
    risks: tuple[str, ...] = ()


TROUBLES: tuple[Trouble, ...] = (
    Trouble(
        "Repairs", "leak",
        "Water comes through my kitchen ceiling when it rains. I have rung four times. Two people"
        " came and took photos and nobody has been back.",
        ("The kitchen ceiling leaks when it rains", "Nobody came back after two visits"),
        "Stop the leak and make good the ceiling.",
        "You told us that your kitchen ceiling leaks and that nobody came back after two visits.",
        "The roofer's report of the first visit was not passed on, so no work was ordered.",
        "The roof was mended on the day we promised and has been dry at each check since.",
        "Renew the flashing and replaster the ceiling",
    ),
    Trouble(
        "Repairs", "damp and mould",
        "There is black mould in both bedrooms. My son has asthma. I was told to open a window.",
        ("Black mould in both bedrooms", "The advice we gave was not enough"),
        "Find out where the damp comes from and treat it.",
        "You told us about mould in both bedrooms and about the advice you were given.",
        "We should have inspected within ten working days and we did not.",
        "Our surveyor found no damp in the walls and explained the readings at the visit.",
        "Treat the mould and fit an extractor fan",
        ("damp_and_mould", "vulnerable"),
    ),
    Trouble(
        "Heating", "heating",
        "No heating or hot water since Friday night. I have a baby. The man said he needs a part.",
        ("The boiler has not worked since Friday",),
        "Heating back on, and a heater until then.",
        "You told us that you have had no heating or hot water since Friday.",
        "The part was not ordered until the Tuesday, and no heater was offered.",
        "The boiler was mended within a day of your first call.",
        "Fit the new pump",
        ("vulnerable",),
    ),
    Trouble(
        "Neighbourhoods", "antisocial behaviour",
        "My neighbour plays music until three in the morning. I sent the diary sheets in March"
        " and nobody has told me what is happening.",
        ("Nobody has answered the diary sheets", "The noise goes on at night"),
        "Tell me what you are doing about it.",
        "You told us that the noise goes on and that we did not answer your diary sheets.",
        "The sheets were filed without a case being opened.",
        "The case was opened, and your officer rang you each fortnight as agreed.",
        "Meet you and agree an action plan",
    ),
    Trouble(
        "Estates", "communal cleaning",
        "The stairs have not been cleaned for weeks and the lift smells. We pay for this.",
        ("The stairs and lift are not cleaned as often as they should be",),
        "Clean it, and check that it stays clean.",
        "You told us that the stairs and the lift of your block are not kept clean.",
        "Four visits in six weeks were missed and the missed ones were not reported to us.",
        "The cleaning records and photographs show every visit was made.",
        "Deep clean the block and inspect it weekly for two months",
    ),
    Trouble(
        "Tenancy", "staff conduct",
        "The officer spoke to me as if I was lying. I only asked about the form.",
        ("The way our officer spoke to you",),
        "An apology.",
        "You told us that our officer was rude to you on the telephone.",
        "The recording shows that you were interrupted and not listened to.",
        "The recording shows that the officer was polite and answered each question.",
        "Send a written apology",
    ),
    Trouble(
        "Home ownership", "service charges",
        "I get a bill with no breakdown and when I ask nobody writes back.",
        ("Your letters about the bill were not answered",),
        "Explain the charges.",
        "You told us that your letters about your service charge bill were not answered.",
        "Three letters went to a mailbox that nobody was reading.",
        "Each letter was answered within ten working days, and copies are enclosed.",
        "Send a full breakdown of the charge",
    ),
    Trouble(
        "Repairs", "missed appointment",
        "I took a day off work and no one came. It is the third time.",
        ("Three appointments were missed", "Nobody rang to say so"),
        "Come when you say and pay me for the days.",
        "You told us that we missed three appointments without telling you.",
        "The jobs were moved by the contractor and the message to you was not sent.",
        "We called at the agreed times and left cards, and have the photographs.",
        "Pay for the missed appointments and book the work for a morning",
    ),
)  # fmt: skip

NAMES: tuple[str, ...] = (
    "Mary Osei", "Tom Bradley", "Nasreen Begum", "Piotr Nowak", "Grace Adeyemi", "Alan Whitfield",
    "Fatima Hussain", "Joan Pritchard", "Luis Ferreira", "Shabana Ali", "Derek Holt", "Mei Chen",
    "Oluwaseun Bello", "Patricia Lynch", "Yusuf Warsame", "Rita Kapoor", "Kevin O'Neill",
    "Zofia Kowalska", "Samuel Okoro", "Janet Price", "Ahmed Siddiqui", "Bronwen Davies",
)  # fmt: skip
STREETS: tuple[tuple[str, str], ...] = (
    ("Elm Walk", "ZZ1 4AA"), ("Mill Court", "ZZ1 7BB"), ("Orchard House", "ZZ2 1CC"),
    ("Canal Terrace", "ZZ2 9DD"), ("Station Road", "ZZ3 3EE"),
)  # fmt: skip
