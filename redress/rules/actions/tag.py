"""Tag a case with a few words of one's own, or take tags off."""

from collections.abc import Iterable
from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent

LONGEST = 30  # characters
MOST = 20  # tags of one case


@dataclass(frozen=True, kw_only=True)
class Tag:
    """Tags to put on and to take off."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


def decide(case: CaseFacts, given: Tag, context: Context) -> Decision | Refused:
    """Put tags on the case and take others off; capitals make no difference between two tags.

    Refuses where no tag is named, one is longer than 30 characters, nothing would change, or the
    case would have more than 20.
    """
    checks = Checks(context.policy(case))
    add, remove = _tidy(given.add), _tidy(given.remove)
    checks.must(bool(add or remove), "tag_missing", where="tag")
    checks.must(all(len(tag) <= LONGEST for tag in add.values()), "tag_too_long", where="tag")
    had = _tidy(case.tags)
    kept = {key: tag for key, tag in had.items() if key not in remove} | {
        key: had.get(key, tag) for key, tag in add.items()
    }
    checks.must(not (add or remove) or kept != had, "tags_unchanged", where="tag")
    checks.must(len(kept) <= MOST, "too_many_tags", where="tag")
    if checks.refused:
        return Refused(tuple(checks.refused))
    put, taken = kept.keys() - had.keys(), had.keys() - kept.keys()
    note = {"added": [kept[key] for key in sorted(put)], "removed": [had[key] for key in taken]}
    tags = [kept[key] for key in sorted(kept)]
    return Decision((NewEvent("tagged", {"case": {"tags": tags}}, note),))


def _tidy(tags: Iterable[str]) -> dict[str, str]:
    """The tags without needless blanks, by what makes two of them the same."""
    words = (" ".join(tag.split()) for tag in tags)
    return {word.casefold(): word for word in words if word}
