"""Writing what goes into a letter: passages put in, and how it reads, without sending anything.

A form's buttons "Put it in" and "Check how it reads" come here: nothing is judged or written, and
the form comes back with all that was typed.
"""

from django.http import QueryDict

from redress.rules.passages import put_in
from redress.rules.stationery import Stationery

PUT_IN, CHECK = "put-in-", "check"  # what those buttons say
CHOSEN = "passage_"  # and the lists beside them


def only_helps(step: str) -> bool:
    """Whether a button was pressed that helps with writing and does nothing to the case."""
    return step == CHECK or step.startswith(PUT_IN)


def helped(data: QueryDict, step: str, stationery: Stationery) -> QueryDict:
    """What was typed, with the chosen passage after the text of its field."""
    data = data.copy()
    name = step.removeprefix(PUT_IN)
    passage = stationery.passages.get(data.get(CHOSEN + name, ""))
    if step != CHECK and passage is not None:
        data[name] = put_in(data.get(name, ""), passage)
    return data
