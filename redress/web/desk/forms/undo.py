"""Take back one's own last step."""

from redress.rules.actions.undo import Undo
from redress.web.desk.forms.base import DeskForm


class UndoForm(DeskForm):
    """Nothing is asked: the record says what the step was."""

    def given(self) -> Undo:
        return Undo()
