"""Send a response back to whoever wrote it."""

from typing import Any

from redress.rules.actions.send_back import SendBack
from redress.web.desk.forms.fields import RuledLong
from redress.web.desk.forms.sign import SignForm, number_of


class SendBackForm(SignForm):
    """What is to be changed."""

    comment = RuledLong("What should change", hint="Seen by colleagues only.", rows=4)

    def given(self) -> Any:
        said = self.cleaned_data
        return SendBack(number=number_of(said["number"]), comment=said["comment"])
