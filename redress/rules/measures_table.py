"""The provisions that the record can measure, in the order of the Code: what each counts, in our
words, and the rule that judges a case."""

from redress.rules import measures_cases as cases
from redress.rules import measures_stages as stages
from redress.rules.measures import Measured
from redress.rules.measures_stages import at, at_both, in_redress

MEASURES = (
    Measured(
        "1.4",
        "Service requests: those answered by their date, or turned into a complaint.",
        at(0, cases.requests),
    ),
    Measured(
        "1.5",
        "Service requests whose resident wanted to complain: those that became a complaint.",
        at(0, in_redress(cases.raised)),
    ),
    Measured(
        "2.3",
        "Complaints about a day that is known, or refused as too old: those taken on, or refused "
        "after twelve months with discretion considered.",
        at(1, in_redress(cases.in_twelve_months)),
    ),
    Measured(
        "2.4",
        "Complaints refused, whole or in part: those with reasons in a letter that gives the "
        "right to go to the Ombudsman.",
        at(1, in_redress(cases.refusal_explained)),
    ),
    Measured(
        "2.5",
        "Complaints refused, whole or in part: those with reasons and discretion of their own, on "
        "a ground of the Code, approved by a second person.",
        at(1, in_redress(cases.refused_by_itself)),
    ),
    Measured(
        "3.6",
        "Complaints through somebody else: those acknowledged in time, with or without consent.",
        at(1, in_redress(cases.through_another)),
    ),
    Measured(
        "3.7",
        "Complaints acknowledged: those told by letter, at each stage, how to reach the Ombudsman.",
        at_both(in_redress(stages.told_of_ombudsman)),
    ),
    Measured(
        "5.6",
        "Complaints acknowledged: those whose acknowledgements, at each stage, hold what we "
        "understand and what the resident wants.",
        at_both(in_redress(stages.defined)),
    ),
    Measured(
        "5.7",
        "Complaints acknowledged: those whose acknowledgements say what is not ours to answer.",
        at_both(in_redress(stages.responsible)),
    ),
    Measured(
        "5.8",
        "Complaints answered that are about staff, or where a conflict of interest was asked "
        "about: those in which nobody with a conflict took part.",
        at_both(in_redress(cases.no_conflict)),
    ),
    Measured(
        "5.9",
        "Complaints answered, or still open, after the date: those where it was agreed how often "
        "the resident hears.",
        at_both(in_redress(stages.informed)),
    ),
    Measured(
        "5.10",
        "Complaints of residents with adjustments agreed: those whose adjustments were all "
        "reviewed by their date.",
        cases.adjustments_reviewed,
    ),
    Measured(
        "5.11",
        "Requests for stage 2 that were refused: those on a ground of the Code, with reasons in a "
        "letter.",
        at(2, in_redress(stages.refused_properly)),
    ),
    Measured(
        "5.12",
        "Complaints answered: those with an outcome on record for each stage.",
        at_both(stages.recorded),
    ),
    Measured(
        "5.14",
        "Complaints on which contact was restricted: those with reasons, after a warning or with "
        "why there was none, and looked at again by its day.",
        cases.restrictions_reviewed,
    ),
    Measured(
        "5.15",
        "Complaints on which contact was restricted: those that say why no less would do and what "
        "was considered under the Equality Act, approved by a second person.",
        cases.restrictions_proportionate,
    ),
    Measured(
        "6.2",
        "Complaints at stage 1: those acknowledged, defined and logged within the Code's limit.",
        at(1, stages.acknowledged_in_time),
    ),
    Measured(
        "6.3",
        "Complaints at stage 1: those answered within the Code's limit, or by a later date that "
        "the resident was told in time.",
        at(1, stages.answered_in_time),
    ),
    Measured(
        "6.4",
        "Complaints extended at stage 1: those where the resident was told before the date, with "
        "the reason, and no more time was taken than the Code allows.",
        at(1, stages.extended_properly),
    ),
    Measured(
        "6.5",
        "Complaints extended at stage 1: those where the letter gave the Ombudsman's details.",
        at(1, stages.with_ombudsman),
    ),
    Measured(
        "6.6",
        "Complaints answered at stage 1 with work still to do: those where it was done by its "
        "date, or has time.",
        at(1, in_redress(stages.actions_kept)),
    ),
    Measured(
        "6.7",
        "Complaints answered at stage 1: those with a decision and reasons on every point.",
        at(1, in_redress(stages.every_point)),
    ),
    Measured(
        "6.8",
        "Complaints to which something new was added: those where it was joined before the "
        "stage 1 answer, or became a complaint of its own.",
        at(1, in_redress(stages.new_issues)),
    ),
    Measured(
        "6.9",
        "Complaints answered at stage 1: those answered by a letter that holds all seven parts.",
        at(1, in_redress(stages.in_writing)),
    ),
    Measured(
        "6.10",
        "Complaints whose resident asked for stage 2: those that got it, or a refusal on a ground "
        "of the Code.",
        at(1, stages.progressed),
    ),
    Measured(
        "6.11",
        "Requests for stage 2: those acknowledged, defined and logged within the Code's limit.",
        at(2, stages.acknowledged_in_time),
    ),
    Measured(
        "6.12",
        "Requests for stage 2 that gave no reasons: those that were taken on.",
        at(2, in_redress(stages.without_reasons)),
    ),
    Measured(
        "6.13",
        "Complaints answered at stage 2: those that nobody looked into who looked into stage 1.",
        at(2, stages.by_others),
    ),
    Measured(
        "6.14",
        "Complaints at stage 2: those answered within the Code's limit, or by a later date that "
        "the resident was told in time.",
        at(2, stages.answered_in_time),
    ),
    Measured(
        "6.15",
        "Complaints extended at stage 2: those where the resident was told before the date, with "
        "the reason, and no more time was taken than the Code allows.",
        at(2, stages.extended_properly),
    ),
    Measured(
        "6.16",
        "Complaints extended at stage 2: those where the letter gave the Ombudsman's details.",
        at(2, stages.with_ombudsman),
    ),
    Measured(
        "6.17",
        "Complaints answered at stage 2 with work still to do: those where it was done by its "
        "date, or has time.",
        at(2, in_redress(stages.actions_kept)),
    ),
    Measured(
        "6.18",
        "Complaints answered at stage 2: those with a decision and reasons on every point.",
        at(2, in_redress(stages.every_point)),
    ),
    Measured(
        "6.19",
        "Complaints answered at stage 2: those answered by a letter that holds all seven parts.",
        at(2, in_redress(stages.in_writing)),
    ),
    Measured(
        "7.1",
        "Complaints upheld, in whole or in part: those where something was offered or promised to "
        "put it right.",
        at_both(in_redress(cases.put_right)),
    ),
    Measured(
        "7.3",
        "Complaints with something promised: those where all of it was done or paid by its date, "
        "or has time.",
        cases.remedies_kept,
    ),
    Measured(
        "9.1",
        "Complaints upheld, in whole or in part: those where a root cause and a lesson stand on "
        "record for each issue that was upheld.",
        cases.learned_from,
    ),
)
BY_NUMBER = {each.number: each for each in MEASURES}
