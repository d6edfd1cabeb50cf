"""The figures of a pack that a reader should see first."""

from redress.reports.gathered import Gathered
from redress.reports.paper import Key
from redress.rules import statements
from redress.rules.figures import Group
from redress.rules.words import counted


def key_figures(of: Gathered) -> tuple[Key, ...]:
    """What came in at stage 1, how it was answered, what went to stage 2, and promises kept."""
    found = (_received(of), _on_time(of), _stage_2(of), _kept(of))
    return tuple(key for key in found if key)


def _received(of: Gathered) -> Key:
    now, before = (each.tally(Group.STAGE_1).received for each in (of.now, of.before))
    noun = statements.NOUN[Group.STAGE_1][now != 1]
    return Key(f"{now:,}", f"{noun} received; {before:,} in {of.period.previous.label}.")


def _on_time(of: Gathered) -> Key | None:
    tally, noun = of.now.tally(Group.STAGE_1), statements.noun(Group.STAGE_1)
    if not tally.answered:
        return None
    share = tally.of_answered(tally.on_time, noun)
    code = tally.of_code_limited(tally.code_on_time, noun)
    also = f"; {code.percent}% of all with a Code limit met it so far" if code.denominator else ""
    return Key(f"{share.percent}%", f"of the {tally.answered:,} answered were on time{also}.")


def _stage_2(of: Gathered) -> Key:
    now = of.now.tally(Group.STAGE_2).received
    return Key(f"{now:,}", f"{statements.NOUN[Group.STAGE_2][now != 1]} received.")


def _kept(of: Gathered) -> Key | None:
    if not of.kept.due:
        return None
    kept = "was" if of.kept.due == 1 else "were"
    return Key(
        f"{of.kept.share}%", f"of the {counted(of.kept.due, 'promise')} due {kept} kept in time."
    )
