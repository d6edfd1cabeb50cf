"""Words of dissatisfaction in what a resident told us. They only make somebody read it.

Code 1.3: the word "complaint" is not needed. Code 1.5: a complaint is raised when the resident is
dissatisfied with the response to a request.
"""

import re

PHRASES = (
    "again", "angry", "appalling", "ashamed", "awful", "compensation", "complain", "complained",
    "complaining", "complaint", "disappointed", "disgrace", "disgraceful", "disgusted",
    "disgusting", "dissatisfied", "dreadful", "failed to", "fed up", "for months", "for weeks",
    "fobbed off", "frustrated", "frustrating", "ignored", "ignoring", "lied to",
    "missed appointment", "never came", "no reply", "no response", "no-one came",
    "no one came", "nobody answers",
    "nobody came", "nobody comes", "not acceptable", "not good enough", "not happy", "ombudsman",
    "poor service", "rude", "shocking", "sick of", "solicitor", "still not", "still waiting",
    "terrible", "third time", "unacceptable", "unhappy", "unsatisfactory", "upset", "waste of time",
)  # fmt: skip
FOUND = re.compile(r"\b(" + "|".join(re.escape(phrase) for phrase in PHRASES) + r")\b")


def words_of_dissatisfaction(text: str) -> tuple[str, ...]:
    """The phrases of dissatisfaction in a text, in its order, each once."""
    plain = " ".join(text.casefold().replace("’", "'").split())
    return tuple(dict.fromkeys(FOUND.findall(plain)))
