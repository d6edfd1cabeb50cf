"""What somebody should look at before a self-assessment is signed: answers that do not hold."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from redress.rules.assessment import Answer, Answered
from redress.rules.measures import Measure
from redress.rules.policy import Policy
from redress.rules.policy_clauses import close_to, knows_clause
from redress.rules.policy_finding import FindingOfPolicy, Severity

SAYS_YES = (Answer.YES, Answer.YES_FROM)
SAYS_LESS = (Answer.NO, Answer.PARTLY, Answer.SPLIT, Answer.YES_FROM)


class FlagKind(StrEnum):
    """What is wrong with an answer."""

    NO_ANSWER = "no_answer"
    NO_EVIDENCE = "no_evidence"
    CASES = "cases"  # they contradict it
    POLICY = "policy"  # it contradicts it
    NO_COMMENTARY = "no_commentary"
    NO_DATE = "no_date"
    CLAUSE = "clause"  # its evidence names one that the policy has not


@dataclass(frozen=True)
class Flag:
    """A flag: its kind, and a sentence."""

    kind: FlagKind
    says: str


@dataclass(frozen=True)
class Given:
    """What a self-assessment says on one provision, as far as flags go.

    `evidenced` and `explained` say that there is evidence (words or a link) and commentary.
    `wrong_clause` says what is wrong with the clause it names as evidence, empty if nothing is.
    """

    number: str
    answered: Answered
    evidenced: bool
    explained: bool
    wrong_clause: str = ""


def flags(
    given: Given, measured: Measure | None, findings: Collection[FindingOfPolicy]
) -> tuple[Flag, ...]:
    """What speaks against an answer.

    `measured` is what the cases of the year show, None where nothing measures the provision;
    `findings` are those of the check of the policy, of all provisions. Code 8.1a: the statements of
    a self-assessment are supported by evidence, with commentary where the answer is no plain yes.
    """
    found = (*_of_answer(given), *_of_cases(given, measured), *_of_policy(given, findings))
    return tuple(found)


def _of_answer(given: Given) -> Iterator[Flag]:
    answer = given.answered.answer
    if answer is None:
        yield Flag(FlagKind.NO_ANSWER, "It is not answered.")
    if answer in SAYS_YES and not given.evidenced:
        yield Flag(FlagKind.NO_EVIDENCE, "It says yes and gives no evidence.")
    if answer in SAYS_LESS and not given.explained:
        yield Flag(FlagKind.NO_COMMENTARY, "It says less than yes and does not explain it.")
    if answer is Answer.YES_FROM and given.answered.from_on is None:
        yield Flag(FlagKind.NO_DATE, "It says yes from a day, and does not name the day.")
    if given.wrong_clause:
        yield Flag(FlagKind.CLAUSE, given.wrong_clause)


def wrong_clause(policies: Collection[Policy], version: str, clause: str) -> str:
    """What is wrong with a clause of a version of the policy that is named as evidence: the
    version is not there, or its data names no such clause. Empty where nothing is."""
    policy = next((each for each in policies if each.id == version), None)
    if policy is None:
        return f"Its evidence is in {version}, which is no version of the policy."
    if not clause or knows_clause(policy, clause):
        return ""
    said = f"Its evidence is in “{clause}”, which {version} does not have."
    near = " or ".join(f"“{each}”" for each in close_to(policy, clause))
    return f"{said} Did you mean {near}?" if near else said


def _of_cases(given: Given, measured: Measure | None) -> Iterator[Flag]:
    if measured is None or not measured.did_not or given.answered.answer is not Answer.YES:
        return
    noun = "case" if measured.should == 1 else "cases"
    says = f"It says yes, and {measured.did_not:,} of {measured.should:,} {noun} did not."
    yield Flag(FlagKind.CASES, says)


def _of_policy(given: Given, findings: Collection[FindingOfPolicy]) -> Iterator[Flag]:
    if given.answered.answer not in SAYS_YES:
        return
    for finding in findings:
        if finding.provision == given.number and finding.severity is Severity.CONFLICT:
            says = f"It says yes. The policy conflicts with it: {finding.says} ({finding.clause})"
            yield Flag(FlagKind.POLICY, says)
