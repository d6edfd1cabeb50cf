"""Answer a service request, an enquiry, a comment or a compliment."""

from redress.rules.actions.answer_request import AnswerRequest
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import LetterText


class AnswerRequestForm(DeskForm):
    """What they are told."""

    answer = LetterText(
        "Answer", hint="Written to the person who asked. The letter also says how to complain."
    )

    def given(self) -> AnswerRequest:
        return AnswerRequest(answer=self.cleaned_data["answer"])
