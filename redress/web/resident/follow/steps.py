"""What a resident can do while they follow: for each action its form and the input it makes."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from redress.rules.access import Verb
from redress.rules.actions.agree_updates import OFFERED, AgreeUpdates
from redress.rules.actions.answer_definition import AnswerDefinition
from redress.rules.actions.answer_extension import AnswerExtension
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.mediate import Mediate
from redress.rules.actions.raise_complaint import RaiseComplaint
from redress.rules.actions.rate import Rate
from redress.rules.actions.receive_message import ReceiveMessage
from redress.rules.actions.record_findings_comment import RecordFindingsComment
from redress.rules.actions.say_not_done import SayNotDone
from redress.rules.actions.settle_offer import Outcome, SettleOffer
from redress.rules.actions.withdraw import Withdraw
from redress.rules.facts import Channel, MediationStep
from redress.rules.facts_incoming import Sender
from redress.rules.resident_view import ResidentView
from redress.web.forms import Files, Form, Hidden, LongText, Radios
from redress.web.pages import Visit
from redress.web.resident.follow.session import Follower
from redress.web.resident.rating import RatingForm

WEB = Channel.WEB.value
HOW = "On the page where they follow their complaint"
LIMIT = 5_000  # characters of what they write


class StepForm(Form):
    """The base of these forms. `once` is the name of this very form: sent twice, it is done once.
    `view` is the case as they see it, from which some take what there is to choose."""

    once = Hidden()
    does: Verb | None = None  # where it is another than that of its page

    def __init__(self, *args: Any, view: ResidentView, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.view = view
        self.choose(view)

    def choose(self, view: ResidentView) -> None:
        """Put in what there is to choose from."""

    def given(self, visit: Visit, found: Follower) -> Any:
        """The input of the action."""
        raise NotImplementedError


def _yes_or_no(label: Any, yes: Any, no: Any, missing: Any) -> Radios:
    return Radios(label, [("yes", yes), ("no", no)], missing=missing, size="m")


def _words(label: Any, **kwargs: Any) -> LongText:
    return LongText(label, **{"limit": LIMIT, "rows": 5, "optional": True, **kwargs})


def _message(visit: Visit, found: Follower, text: str) -> ReceiveMessage:
    return ReceiveMessage(
        received_on=visit.today,
        channel=WEB,
        text=text,
        name=found.person.name,
        sender=Sender.REPRESENTATIVE if found.person.representative else Sender.RESIDENT,
    )


class DefinitionForm(StepForm):
    """Whether we understood it."""

    agrees = _yes_or_no(
        _("Did we get it right?"),
        _("Yes, this is my complaint"),
        _("No, something is wrong or missing"),
        _("Say if we got it right"),
    )
    words = _words(
        _("What is wrong or missing?"),
        hint=_("Only if we did not get it right."),
        called=_("What is wrong or missing"),
    )

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("agrees") == "no" and "words" in said and not said["words"]:
            self.add_error("words", _("Tell us what is wrong or missing"))

    def given(self, visit: Visit, found: Follower) -> AnswerDefinition:
        said = self.cleaned_data
        return AnswerDefinition(agrees=said["agrees"] == "yes", words=said["words"])


class MessageForm(StepForm):
    """A message, with photos or files if they like; or photos and files alone."""

    text = _words(
        _("Your message"),
        hint=_("You can leave this empty if you only send photos or files."),
        called=_("Your message"),
    )
    attached = Files(
        _("Photos or files"),
        hint=_("You can choose more than one. Photos, PDF, Word or Excel."),
        size="s",
    )

    def clean(self) -> None:
        said = self.cleaned_data
        if "text" in said and not said["text"] and not said.get("attached"):
            self.add_error("text", _("Write a message, or choose a photo or file"))

    def given(self, visit: Visit, found: Follower) -> ReceiveMessage:
        return _message(visit, found, self.cleaned_data["text"])


class ExtensionForm(StepForm):
    """What they say of the new date."""

    agreed = _yes_or_no(
        _("Do you agree with the new date?"), _("Yes"), _("No"), _("Say if you agree")
    )
    words = _words(_("Is there anything you want to say about it?"), called=_("What you say"))

    def given(self, visit: Visit, found: Follower) -> AnswerExtension:
        said = self.cleaned_data
        return AnswerExtension(agreed=said["agreed"] == "yes", words=said["words"])


class UpdatesForm(StepForm):
    """How often we write."""

    every = Radios(
        _("How often should we write to you?"),
        [
            (str(OFFERED[0]), _("Every week")),
            (str(OFFERED[1]), _("Every two weeks")),
            (str(OFFERED[2]), _("Every four weeks")),
        ],
        missing=_("Say how often we should write to you"),
        size="m",
    )

    def given(self, visit: Visit, found: Follower) -> AgreeUpdates:
        return AgreeUpdates(every=int(self.cleaned_data["every"]), how=HOW)


class FindingsForm(StepForm):
    """What they say of what we are minded to find."""

    comment = LongText(
        _("What do you think of our findings?"),
        limit=LIMIT,
        rows=8,
        hint=_("Tell us what is wrong, or what we missed."),
        missing=_("Tell us what you think of our findings"),
        called=_("What you think of our findings"),
        size="m",
    )

    def given(self, visit: Visit, found: Follower) -> RecordFindingsComment:
        return RecordFindingsComment(comment=self.cleaned_data["comment"], came_on=visit.today)


class EscalateForm(StepForm):
    """A request for stage 2: nothing is asked that must be answered."""

    reasons = _words(
        _("Is there anything you want us to know?"),
        hint=_("You do not have to say why."),
        called=_("What you want us to know"),
        rows=4,
    )

    def given(self, visit: Visit, found: Follower) -> Escalate:
        reasons = self.cleaned_data["reasons"]
        return Escalate(requested_on=visit.today, channel=WEB, reasons=reasons)


class NotDoneForm(StepForm):
    """Which promise was not kept."""

    number = Radios(_("What was not done?"), [], missing=_("Choose what was not done"), size="m")
    words = _words(
        _("What is wrong?"), hint=_("You can leave this empty."), called=_("What is wrong"), rows=4
    )

    def choose(self, view: ResidentView) -> None:
        promised = [(str(each.number), each.what) for each in view.promises]
        self.fields["number"].choices = promised  # type: ignore[attr-defined]

    def given(self, visit: Visit, found: Follower) -> SayNotDone:
        said = self.cleaned_data
        return SayNotDone(number=int(said["number"]), words=said["words"])


class OfferForm(StepForm):
    """Whether they take the money that is offered."""

    number = Radios(_("Which offer?"), [], missing=_("Choose which offer"), size="m")
    accepts = _yes_or_no(
        _("Do you accept it?"), _("Yes, I accept"), _("No, I do not"), _("Say if you accept it")
    )

    def choose(self, view: ResidentView) -> None:
        money = [each for each in view.offers if each.is_open and each.pounds]
        offered = [(str(each.number), f"£{each.pounds:,}") for each in money]
        self.fields["number"].choices = offered  # type: ignore[attr-defined]
        if len(offered) == 1:
            self.fields["number"].initial = offered[0][0]

    def given(self, visit: Visit, found: Follower) -> SettleOffer:
        said = self.cleaned_data
        outcome = Outcome.ACCEPTED if said["accepts"] == "yes" else Outcome.REFUSED
        return SettleOffer(number=int(said["number"]), outcome=outcome, on=visit.today)


class MediateForm(StepForm):
    """An answer to an offer of mediation; where none is open, asking for it."""

    accepts = _yes_or_no(
        _("Do you want mediation?"), _("Yes"), _("No"), _("Say if you want mediation")
    )
    words = _words(_("Is there anything you want to say about it?"), called=_("What you say"))

    def choose(self, view: ResidentView) -> None:
        if view.mediation_open:
            del self.fields["words"]
        else:
            del self.fields["accepts"]
            self.does = Verb.RECEIVE_MESSAGE

    def given(self, visit: Visit, found: Follower) -> Mediate | ReceiveMessage:
        if self.does is None:
            yes = self.cleaned_data["accepts"] == "yes"
            step = MediationStep.ACCEPTED if yes else MediationStep.DECLINED
            return Mediate(step=step, on=visit.today, who=found.person.name)
        text = f"I ask for mediation. {self.cleaned_data['words']}".strip()
        return _message(visit, found, text)


class RateForm(RatingForm, StepForm):
    """How it was handled, and whether the promises were kept."""

    def given(self, visit: Visit, found: Follower) -> Rate:
        return self.rate()


class WithdrawForm(StepForm):
    """Stopping it."""

    words = _words(
        _("Why do you want to stop?"),
        hint=_("You do not have to say why."),
        called=_("Why you want to stop"),
        rows=3,
    )

    def given(self, visit: Visit, found: Follower) -> Withdraw:
        words = self.cleaned_data["words"]
        return Withdraw(how=f"{HOW}: {words}" if words else HOW)


class ComplaintForm(StepForm):
    """A request that is to be a complaint."""

    dissatisfaction = LongText(
        _("What went wrong?"),
        limit=LIMIT,
        rows=6,
        missing=_("Tell us what went wrong"),
        called=_("What went wrong"),
        size="m",
    )

    def given(self, visit: Visit, found: Follower) -> RaiseComplaint:
        said = self.cleaned_data["dissatisfaction"]
        return RaiseComplaint(dissatisfaction=said, received_on=visit.today)


@dataclass(frozen=True)
class Step:
    """One action: its form, the words of its page, and of the page after it. `beside` says that it
    is offered beside the thing it is done to, not in the list."""

    form: type[StepForm]
    title: Words
    button: Words
    done: Words
    beside: bool = False


STEPS: dict[Verb, Step] = {
    Verb.ESCALATE: Step(
        EscalateForm,
        _("Ask us to look again"),
        _("Ask us to look again"),
        _("You have asked us to look again. This is stage 2."),
    ),
    Verb.ANSWER_DEFINITION: Step(
        DefinitionForm,
        _("Tell us if we understood you"),
        _("Send my answer"),
        _("Thank you. We have your answer."),
        beside=True,
    ),
    Verb.RECEIVE_MESSAGE: Step(
        MessageForm,
        _("Write to us, or send photos or files"),
        _("Send it to us"),
        _("We have what you sent."),
    ),
    Verb.RECORD_FINDINGS_COMMENT: Step(
        FindingsForm,
        _("Tell us what you think of our findings"),
        _("Send my comment"),
        _("We have your comment. We will read it before we decide."),
    ),
    Verb.ANSWER_EXTENSION: Step(
        ExtensionForm,
        _("Tell us what you think of the new date"),
        _("Send my answer"),
        _("Thank you. We have your answer."),
    ),
    Verb.AGREE_UPDATES: Step(
        UpdatesForm,
        _("Choose how often we write to you"),
        _("Keep my choice"),
        _("We will write to you as often as you chose."),
    ),
    Verb.SETTLE_OFFER: Step(
        OfferForm,
        _("Say yes or no to our offer"),
        _("Send my answer"),
        _("Thank you. We have your answer."),
        beside=True,
    ),
    Verb.MEDIATE: Step(
        MediateForm,
        _("Ask for mediation, or answer our offer of it"),
        _("Send it to us"),
        _("Thank you. We will get in touch with you about it."),
    ),
    Verb.SAY_NOT_DONE: Step(
        NotDoneForm,
        _("Tell us what was not done"),
        _("Tell us it was not done"),
        _("Thank you for telling us. We will look into it."),
        beside=True,
    ),
    Verb.RAISE_COMPLAINT: Step(
        ComplaintForm,
        _("Make this a complaint"),
        _("Make it a complaint"),
        _("We have your complaint."),
    ),
    Verb.RATE: Step(
        RateForm, _("Tell us how we did"), _("Send my answers"), _("Thank you for telling us.")
    ),
    Verb.WITHDRAW: Step(
        WithdrawForm,
        _("Stop your complaint"),
        _("Stop my complaint"),
        _("Your complaint is stopped. We will write to you to confirm it."),
    ),
}


def word_of(verb: Verb) -> str:
    """The action in an address: "say-not-done"."""
    return verb.value.replace("_", "-")


BY_WORD = {word_of(verb): verb for verb in STEPS}
