"""A request for comments to another service or a contractor, as the rules read it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CommentFacts:
    """Comments asked of another service or a contractor (THH policy, Stage 1): whom, what, by when.

    They see the question, the issues numbered here and, with `address`, where the home is; nothing
    else. `manager_email` is whom a late one is taken to, empty where nobody is known. The answer is
    `answer`, or whom to ask instead, or both; `documents` are the numbers of those that came with
    it.
    """

    number: int
    stage: int
    name: str
    organisation: str
    email: str
    manager_email: str
    question: str
    issues: tuple[int, ...]
    address: bool
    asked_on: date
    asked_by: int | None
    due_on: date
    chased_on: tuple[date, ...] = ()
    escalated_on: date | None = None
    answered_on: date | None = None
    answered_by: str = ""
    answer: str = ""
    ask_instead: str = ""
    documents: tuple[int, ...] = ()
    withdrawn_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether an answer is still waited for."""
        return self.answered_on is None and self.withdrawn_on is None
