"""What each event of the record says: its title, and lines that read its content."""

from redress.web.desk.telling.answering import ANSWERING
from redress.web.desk.telling.comments import COMMENTS
from redress.web.desk.telling.conduct import CONDUCT
from redress.web.desk.telling.ending import ENDING
from redress.web.desk.telling.followed import FOLLOWED
from redress.web.desk.telling.incoming import INCOMING
from redress.web.desk.telling.joined import JOINED
from redress.web.desk.telling.keeping import KEEPING
from redress.web.desk.telling.learning import LEARNING
from redress.web.desk.telling.letters import LETTERS
from redress.web.desk.telling.offers import OFFERS
from redress.web.desk.telling.people import PEOPLE
from redress.web.desk.telling.promises import PROMISES
from redress.web.desk.telling.shared import Content, Line, Names, Told, nothing
from redress.web.desk.telling.taking_in import TAKING_IN
from redress.web.desk.telling.working import WORKING

__all__ = ["TOLD", "Line", "Names", "nothing"]


def _undone(content: Content, names: Names) -> list[Line]:
    return [("What", ", ".join(TOLD[name][0] for name in reversed(content["note"]["undone"])))]


TOLD: Told = {
    **TAKING_IN,
    **WORKING,
    **COMMENTS,
    **CONDUCT,
    **INCOMING,
    **JOINED,
    **KEEPING,
    **LEARNING,
    **LETTERS,
    **ANSWERING,
    **PEOPLE,
    **PROMISES,
    **OFFERS,
    **ENDING,
    **FOLLOWED,
    "undone": ("Taken back before anything was sent", _undone),
}
