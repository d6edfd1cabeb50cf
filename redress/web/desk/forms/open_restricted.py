"""Open a restricted case without having been named."""

from redress.rules.actions.open_restricted import OpenRestricted
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong


class OpenRestrictedForm(DeskForm):
    """The reason; nothing of the case is shown."""

    reason = RuledLong("Why it cannot wait for somebody who is named", rows=3)

    def given(self) -> OpenRestricted:
        return OpenRestricted(reason=self.cleaned_data["reason"])
