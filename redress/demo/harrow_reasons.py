"""Services and reasons for the invented rows, as often as the published order of reasons asks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from redress.demo.harrow_draft import Draft
from redress.demo.harrow_totals import FACTS
from redress.rules.figures import Group, Scope

SERVICES: tuple[str, ...] = tuple(FACTS["reasons"]["stage_1"])
TOP_TEN: Mapping[str, list[str]] = FACTS["reasons"]["stage_1"]
TOP_THREE: Mapping[str, list[str]] = FACTS["reasons"]["stage_2"]

# How often each is, in percent: the order is Harrow's, the numbers are invented.
OF_TEN = (19, 13, 12, 11, 10, 9, 8, 7, 6, 5)
OF_THREE = (45, 20, 15)  # the rest of stage 2 are one of a kind
OF_SERVICES = {
    Scope.LANDLORD_SERVICES: (55, 10, 35),
    Scope.LANDLORD_SERVICES_AND_LEASEHOLDERS: (40, 0, 60),
    Scope.ALL_HOUSING_SERVICES: (0, 90, 10),
}


def give_services(drafts: Sequence[Draft], chance: Random) -> None:
    """A service for each row by whose it is, and a reason by how common it is."""
    for draft in drafts:
        draft.service = chance.choices(SERVICES, OF_SERVICES[draft.scope])[0]
        if draft.group is not Group.COMPLIMENT:
            draft.category = chance.choices(TOP_TEN[draft.service], OF_TEN)[0]


def give_published_reasons(first: list[Draft], second: list[Draft], chance: Random) -> None:
    """Reasons at stages 1 and 2 whose order in each service is the published one."""
    gone_on = {id(draft.first) for draft in second}
    for service in SERVICES:
        mine = [draft for draft in first if draft.service == service]
        escalated = [draft for draft in mine if id(draft) in gone_on]
        settled = [draft for draft in mine if id(draft) not in gone_on]
        at_stage_2 = _at_stage_2(service, len(escalated))
        at_stage_1 = _at_stage_1(service, len(mine), at_stage_2)
        _deal(escalated, at_stage_2, chance)
        _deal(settled, at_stage_1 - at_stage_2, chance)


def _at_stage_2(service: str, number: int) -> Counter[str]:
    """The three reasons of stage 2, then the others one by one."""
    three, ten = TOP_THREE[service], TOP_TEN[service]
    counts = _in_order(three, OF_THREE, number)
    counts.update([name for name in ten if name not in three][: number - counts.total()])
    counts[three[0]] += number - counts.total()
    return counts


def _at_stage_1(service: str, number: int, at_stage_2: Counter[str]) -> Counter[str]:
    """The ten reasons in order, and below them those that only stage 2 has in its list."""
    ten = TOP_TEN[service]
    rare = Counter({name: n for name, n in at_stage_2.items() if name not in ten})
    counts = _in_order(ten, OF_TEN, number - rare.total()) + rare
    counts[ten[0]] += number - counts.total()
    return counts


def _in_order(names: Sequence[str], percents: Sequence[int], number: int) -> Counter[str]:
    """So many percent of `number` for each name, rounded down."""
    pairs = zip(names, percents, strict=True)
    return Counter({name: number * percent // 100 for name, percent in pairs})


def _deal(drafts: list[Draft], counts: Counter[str], chance: Random) -> None:
    reasons = list(counts.elements())
    chance.shuffle(reasons)
    for draft, reason in zip(drafts, reasons, strict=True):
        draft.category = reason
