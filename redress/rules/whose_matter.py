"""Which Ombudsman, tribunal or commissioner a matter may belong to, from a few answers.

Help for a person who points a resident on, and no decision: each body decides for itself what it
looks into. Each answer says why and where that is written, and whether it is clear. A complaint
about several matters is told by its parts, so that none is refused whole (Code 2.5, 5.7).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

HOUSING, LGSCO = "housing-ombudsman", "lgsco"  # names in the register of contacts
TRIBUNAL, COMMISSIONER = "first-tier-tribunal", "information-commissioner"

SCHEME = "Code 2.4 and 3.7; the Housing Ombudsman looks at what a landlord does as a landlord"
COUNCIL = "The Local Government and Social Care Ombudsman looks at what a council does as one"
JOINT = "Both Ombudsmen's memorandum of understanding and joint working procedure, January 2025"
SECTION_27A = "Landlord and Tenant Act 1985, section 27A"
SECTION_20 = "Landlord and Tenant Act 1985, sections 20 and 20ZA"
SPLIT = "Code 2.5 and 5.7: what is ours is answered, though another part is not"
DATA = "Data Protection Act 2018, section 165"


class LandlordIs(StrEnum):
    """Who owns the home. A company that manages a council's homes stands for the council."""

    COUNCIL = "council"
    ASSOCIATION = "association"


class Person(StrEnum):
    """Who the resident is to the landlord."""

    TENANT = "tenant"
    LEASEHOLDER = "leaseholder"  # a shared owner too
    OTHER = "other"  # such as an applicant or a neighbour


class Matter(StrEnum):
    """What it is about; there may be several."""

    LANDLORD = "landlord"
    ASB_LANDLORD = "asb_landlord"
    ASB_POWERS = "asb_powers"
    ADAPTATIONS = "adaptations"
    BENEFIT_ARREARS = "benefit_arrears"
    SUPPORTED = "supported"
    TEMPORARY = "temporary"
    HOMELESSNESS = "homelessness"
    ALLOCATIONS = "allocations"
    RIGHT_TO_BUY = "right_to_buy"
    PLANNING = "planning"
    OTHER_COUNCIL = "other_council"
    CHARGE_AMOUNT = "charge_amount"
    CHARGE_CONSULTATION = "charge_consultation"
    CHARGE_HANDLING = "charge_handling"
    PERSONAL_DATA = "personal_data"


WORDS: dict[Matter, str] = {
    Matter.LANDLORD: "The home or the tenancy: repairs, damp, the estate, how staff behaved",
    Matter.ASB_LANDLORD: "Antisocial behaviour: what we did about it as a landlord",
    Matter.ASB_POWERS: "Antisocial behaviour or noise: what the council did with its powers",
    Matter.ADAPTATIONS: "Adaptations of the home for a disabled person",
    Matter.BENEFIT_ARREARS: "Rent arrears that come from housing benefit",
    Matter.SUPPORTED: "Supported housing, with care or support in it",
    Matter.TEMPORARY: "Temporary accommodation",
    Matter.HOMELESSNESS: "Homelessness: whether and how the council helps",
    Matter.ALLOCATIONS: "The housing register, allocation of a home",
    Matter.RIGHT_TO_BUY: "The right to buy",
    Matter.PLANNING: "Planning, building control, roads",
    Matter.OTHER_COUNCIL: "Another service of the council, such as council tax or social care",
    Matter.CHARGE_AMOUNT: "A service charge: how much it is, or whether it is reasonable",
    Matter.CHARGE_CONSULTATION: "A service charge: whether leaseholders were consulted",
    Matter.CHARGE_HANDLING: "A service charge: how we explained it or answered about it",
    Matter.PERSONAL_DATA: "How personal details are used or kept",
}
COUNCILS = frozenset(
    {Matter.HOMELESSNESS, Matter.PLANNING, Matter.OTHER_COUNCIL, Matter.RIGHT_TO_BUY}
)
OVERLAPS = frozenset(
    {
        *(Matter.ASB_POWERS, Matter.ADAPTATIONS, Matter.BENEFIT_ARREARS),
        *(Matter.SUPPORTED, Matter.TEMPORARY),
    }
)


@dataclass(frozen=True)
class Part:
    """One matter: the bodies to name, why, where that is written, and whether it is clear. Where it
    is not, each of the bodies may take it and somebody asks them."""

    matter: Matter
    bodies: tuple[str, ...]
    why: str
    source: str
    clear: bool = True


@dataclass(frozen=True)
class Answer:
    """All parts in the order of the list, the bodies among them, and what to tell the resident."""

    parts: tuple[Part, ...]
    bodies: tuple[str, ...]
    tell: tuple[str, ...]


def whose(matters: Iterable[Matter], landlord: LandlordIs, person: Person) -> Answer:
    """Where each matter may go. `matters` names at least one: ValueError for none."""
    asked = set(matters)
    if not asked:
        raise ValueError("name what it is about")
    parts = tuple(_part(each, landlord, person) for each in Matter if each in asked)
    bodies = tuple(
        body
        for body in (HOUSING, LGSCO, TRIBUNAL, COMMISSIONER)
        if any(body in part.bodies for part in parts)
    )
    return Answer(parts, bodies, tuple(_tell(parts, bodies, landlord)))


def _part(matter: Matter, landlord: LandlordIs, person: Person) -> Part:
    if matter in OVERLAPS:
        return _overlap(matter, person)
    if matter in COUNCILS or matter is Matter.ALLOCATIONS:
        return _of_the_council(matter, landlord)
    match matter:
        case Matter.CHARGE_AMOUNT:
            why = "Only the tribunal can say whether a charge is payable and how much is reasonable"
            return Part(matter, (TRIBUNAL,), why, SECTION_27A, clear=person is not Person.OTHER)
        case Matter.CHARGE_CONSULTATION:
            why = "The tribunal can say whether leaseholders were consulted, and dispense with it"
            return Part(matter, (TRIBUNAL,), why, SECTION_20, clear=person is not Person.OTHER)
        case Matter.CHARGE_HANDLING:
            why = "How we explain a charge and answer about it is ours, whatever the tribunal says"
            return Part(matter, (HOUSING,), why, SPLIT, clear=person is not Person.OTHER)
        case Matter.PERSONAL_DATA:
            why = "The commissioner looks at how personal details are used and kept"
            return Part(matter, (COMMISSIONER,), why, DATA)
        case _:
            return _of_the_landlord(matter, landlord, person)


def _of_the_landlord(matter: Matter, landlord: LandlordIs, person: Person) -> Part:
    if person is not Person.OTHER:
        return Part(matter, (HOUSING,), "We did this as their landlord", SCHEME)
    if landlord is LandlordIs.COUNCIL:
        why = "We are not their landlord, so it may be what the council does as a council"
        return Part(matter, (HOUSING, LGSCO), why, f"{SCHEME}. {COUNCIL}", clear=False)
    why = "We are not their landlord, so the Housing Ombudsman may not take it: ask it"
    return Part(matter, (HOUSING,), why, SCHEME, clear=False)


def _of_the_council(matter: Matter, landlord: LandlordIs) -> Part:
    if matter is Matter.ALLOCATIONS and landlord is LandlordIs.ASSOCIATION:
        why = "The register is the council’s; whom we let our own homes to, and transfers, are ours"
        return Part(matter, (HOUSING, LGSCO), why, f"{SCHEME}. {COUNCIL}", clear=False)
    why = "The council does this as a council, not as a landlord"
    return Part(matter, (LGSCO,), why, COUNCIL)


def _overlap(matter: Matter, person: Person) -> Part:
    why = "A part of it may be a landlord’s and a part a council’s: both may look at it, together"
    if person is Person.OTHER and matter is Matter.ASB_POWERS:
        why = "We are not their landlord: it is likely to be the council’s powers alone"
        return Part(matter, (LGSCO,), why, COUNCIL, clear=False)
    return Part(matter, (HOUSING, LGSCO), why, JOINT, clear=False)


def _tell(parts: tuple[Part, ...], bodies: tuple[str, ...], landlord: LandlordIs) -> Iterable[str]:
    """Short sentences that can be said on the telephone."""
    if len(parts) > 1 and len(bodies) > 1:
        yield "Your complaint has more than one part. They may go to different bodies."
    if HOUSING in bodies:
        yield (
            "You can ask the Housing Ombudsman for help at any time. It mostly looks into a "
            "complaint once we have given our last answer."
        )
    if LGSCO in bodies:
        yield (
            "The Local Government and Social Care Ombudsman will want the council to have answered "
            "you first."
        )
        if landlord is LandlordIs.ASSOCIATION:
            yield "We are not the council. Complain to the council about what it did."
    if any(len(part.bodies) > 1 for part in parts):
        yield "If it is for both Ombudsmen, they can look at it together. You need ask only one."
    elif HOUSING in bodies and LGSCO in bodies:
        yield "Ask each of the two Ombudsmen about its own part."
    if TRIBUNAL in bodies:
        yield (
            "A tribunal decides how much a service charge should be. There may be a fee. We still "
            "answer how we dealt with you."
        )
    if COMMISSIONER in bodies:
        yield (
            "Tell us first how we got your details wrong. Then you can go to the Information "
            "Commissioner."
        )
    yield "We do not decide for them. They will tell you whether they can help."
