"""What the resident is asked, a page a form. Only what happened is needed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from redress.rules import form_pages as form
from redress.rules.actions.add_signatories import LONGEST
from redress.rules.facts import Tenure
from redress.rules.facts_people import SpeaksAs
from redress.rules.hazards import AT_RISK, DAMP_AND_MOULD, DANGER_NOW, VULNERABLE
from redress.rules.sending import Format, Never
from redress.web.forms import (
    Checkboxes,
    DayOrMonth,
    Email,
    Files,
    Form,
    Lines,
    LongText,
    Postcode,
    Radios,
    Text,
)

SHORT = 300  # characters of a line about what somebody needs
UNKNOWN = "unknown"
NOT_SURE = (UNKNOWN, _("I do not know"))

TENURES = [
    (Tenure.TENANT.value, _("A tenant")),
    (Tenure.LEASEHOLDER.value, _("A leaseholder")),
    (Tenure.SHARED_OWNER.value, _("A shared owner")),
    (Tenure.LICENSEE.value, _("In a hostel or other home for a time")),
    (Tenure.APPLICANT.value, _("Waiting for a home")),
    (Tenure.HOMELESS_APPLICANT.value, _("Homeless, and waiting for help")),
    (Tenure.OTHER.value, _("Something else")),
    NOT_SURE,
]
COUNCILLOR, MP = "councillor", "mp"  # both are members, with a name of their own each
RELATIONS = [
    (SpeaksAs.RELATIVE.value, _("Family")),
    (SpeaksAs.FRIEND.value, _("A friend or neighbour")),
    (SpeaksAs.ADVOCATE.value, _("An advocate or support worker")),
    (SpeaksAs.SOLICITOR.value, _("A solicitor")),
    (COUNCILLOR, _("A councillor")),
    (MP, _("An MP")),
    (SpeaksAs.OTHER.value, _("Someone else")),
]
FORMATS = [
    (Format.LARGE_PRINT.value, _("Large print")),
    (Format.EASY_READ.value, _("Easy words and pictures")),
    (Format.AUDIO.value, _("Sound in place of print")),
    (Format.BRAILLE.value, _("Braille")),
    ("interpreter", _("An interpreter when we speak")),
    ("sign_language", _("Sign language")),
]
SPOKEN = {"interpreter": "interpreter", "sign_language": "sign language"}  # as staff read it
NEVER = [
    (Never.EMAIL.value, _("Email")),
    (Never.POST.value, _("Letter")),
    (Never.PHONE.value, _("Phone call")),
    (Never.VOICEMAIL.value, _("A message left on the phone")),
    (Never.TEXT.value, _("Text message")),
    (Never.VISIT.value, _("Visit")),
]


class Complain(Form):
    """For whom it is."""

    who = Radios(
        _("Who is this for?"),
        [
            (form.ME, _("Me, or my home")),
            (form.SOMEBODY, _("Someone I am helping")),
            (form.SEVERAL, _("A group, or a petition")),
        ],
        missing=_("Select who this is for"),
        size="m",
    )


class Helper(Form):
    """Whoever speaks for the resident. Consent is asked beside it, and is no condition (3.6)."""

    helper = Text(_("Your name"), optional=True, autocomplete="name", called=_("Your name"))
    relation = Radios(_("Who are you?"), RELATIONS, optional=True, missing=_("Select who you are"))
    helper_email = Email(_("Your email address"), optional=True, called=_("Your email address"))
    helper_phone = Text(
        _("Your phone number"),
        optional=True,
        limit=40,
        autocomplete="tel",
        kind="tel",
        width="20",
        called=_("Your phone number"),
    )
    agrees = Radios(
        _("Do they agree that you speak for them?"),
        [("yes", _("Yes")), ("not_yet", _("I have not asked them yet")), NOT_SURE],
        optional=True,
        hint=_("You can send this in any case. We ask them too."),
        missing=_("Select whether they agree"),
    )


class Group(Form):
    """Several residents, who have one person to talk to."""

    petition = Radios(
        _("What is it?"),
        [("group", _("A complaint by a group")), ("petition", _("A petition"))],
        optional=True,
        missing=_("Select what it is"),
    )
    members = Lines(
        _("Who else is in it?"),
        optional=True,
        limit=5_000,
        rows=6,
        hint=_("One name a line. You can leave this out, or send us a list as a file."),
        called=_("The list of names"),
    )

    def clean_members(self) -> str:
        """A line holds one name."""
        lines: str = self.cleaned_data["members"]
        if any(len(line) > LONGEST for line in lines.split("\n")):
            raise ValidationError(_("A line of the list is too long. Write one name a line."))
        return lines


class What(Form):
    """What went wrong, in the resident's own words."""

    description = LongText(
        _("What went wrong?"),
        hint=_("Tell us what happened, and what we did about it. Use your own words."),
        missing=_("Tell us what went wrong"),
        called=_("What went wrong"),
        rows=8,
    )
    outcome_sought = LongText(
        _("What would put it right?"),
        optional=True,
        limit=2_000,
        rows=3,
        hint=_("For example: a repair, an answer, a sorry."),
        called=_("What would put it right"),
    )


class When(Form):
    """When it happened and became known, as far as anybody knows."""

    occurred_on = DayOrMonth(
        _("When did it happen?"),
        optional=True,
        past=True,
        hint=_(
            "If it went on for some time, when did it start? For example, 27 3 2026. "
            "Leave out the day if you do not know it."
        ),
        called=_("The date it happened"),
    )
    unknown = Checkboxes(
        _("If you cannot say when"),
        [NOT_SURE],
        optional=True,
        missing=_("Select whether you know when it happened"),
    )
    aware_on = DayOrMonth(
        _("When did you find out?"),
        optional=True,
        past=True,
        hint=_("Only if this was later."),
        called=_("The date you found out"),
    )

    def clean(self) -> dict[str, Any]:
        """Nobody finds out about a thing before it happens. A month is compared as a month."""
        given = super().clean() or {}
        occurred, aware = given.get("occurred_on"), given.get("aware_on")
        if occurred and aware and aware < occurred[: len(aware)]:
            self.add_error("aware_on", _("The date you found out must not be before it happened"))
        return given


class Safety(Form):
    """Risks to people."""

    risks = Checkboxes(
        _("Is any of this true?"),
        [
            (DANGER_NOW, _("Someone is in danger now")),
            (AT_RISK, _("Someone is being hurt, or is afraid of someone")),
            (DAMP_AND_MOULD, _("There is damp or mould")),
            (VULNERABLE, _("Someone at home is very young, old, ill, pregnant or disabled")),
        ],
        optional=True,
        hint=_("Tick all that are true. If none is, or you do not know, go on."),
        missing=_("Select those that are true"),
        size="m",
    )


class Photos(Form):
    """One photo or file at a time, so that a line that breaks costs no more than that one."""

    attached = Files(
        _("Add a photo or a file"),
        many=False,
        hint=_("A photo, PDF, Word or Excel file. You can add up to 25, one at a time."),
        size="m",
    )


class Needs(Form):
    """How to reach and help somebody: asked here, and nowhere again."""

    language = Text(
        _("Which language is best for you?"),
        optional=True,
        limit=60,
        hint=_("Leave this out if it is English."),
        called=_("The language"),
    )
    formats = Checkboxes(
        _("What do you need from us?"),
        FORMATS,
        optional=True,
        missing=_("Select what you need"),
    )
    never_by = Checkboxes(
        _("Is there a way we must not use?"),
        NEVER,
        optional=True,
        hint=_("For example, if someone else reads your email."),
        missing=_("Select the ways we must not use"),
    )
    times = Text(
        _("When and how is it safe to reach you?"),
        optional=True,
        limit=SHORT,
        hint=_("For example: ring on weekdays before 3pm."),
        called=_("When it is safe"),
    )
    speaks = Text(
        _("Who can speak for you?"),
        optional=True,
        limit=SHORT,
        hint=_("A name, and a phone number if you have it."),
        called=_("Who can speak for you"),
    )
    disability = Text(
        _("Is there an illness or disability we should know of?"),
        optional=True,
        limit=SHORT,
        hint=_("Only if you want to tell us. It helps us get this right for you."),
        called=_("What you tell us of an illness or disability"),
    )


class TheirNeeds(Needs):
    """The same of the person whom somebody helps. Who speaks for them is known."""

    language = Text(
        _("Which language is best for them?"),
        optional=True,
        limit=60,
        hint=_("Leave this out if it is English."),
        called=_("The language"),
    )
    formats = Checkboxes(
        _("What do they need from us?"), FORMATS, optional=True, missing=_("Select what they need")
    )
    times = Text(
        _("When and how is it safe to reach them?"),
        optional=True,
        limit=SHORT,
        hint=_("For example: ring on weekdays before 3pm."),
        called=_("When it is safe"),
    )
    speaks = None  # type: ignore[assignment]


class You(Form):
    """Who complains. Nothing is demanded: an anonymous complaint is a complaint."""

    name = Text(_("Your name"), optional=True, autocomplete="name", called=_("Your name"))
    email = Email(_("Email address"), optional=True, hint=_("So that we can write to you."))
    phone = Text(
        _("Phone number"), optional=True, limit=40, autocomplete="tel", kind="tel", width="20"
    )
    address = Lines(_("Address"), optional=True, limit=300, rows=3, autocomplete="street-address")
    postcode = Postcode(_("Postcode"), optional=True)
    tenure = Radios(
        _("Which of these are you?"),
        TENURES,
        optional=True,
        missing=_("Select which of these you are"),
    )


class Them(You):
    """Whom the helper helps."""

    name = Text(_("Their name"), optional=True, called=_("Their name"))
    email = Email(_("Their email address"), optional=True, called=_("Their email address"))
    phone = Text(
        _("Their phone number"),
        optional=True,
        limit=40,
        kind="tel",
        width="20",
        called=_("Their phone number"),
    )
    address = Lines(_("Their address"), optional=True, limit=300, called=_("Their address"))
    postcode = Postcode(_("Their postcode"), optional=True, autocomplete="off")
    tenure = Radios(
        _("Which of these are they?"),
        TENURES,
        optional=True,
        missing=_("Select which of these they are"),
    )


QUESTIONS: dict[str, type[Form]] = {
    form.WHO: Complain,
    form.HELPER: Helper,
    form.GROUP: Group,
    form.WHAT: What,
    form.WHEN: When,
    form.SAFETY: Safety,
    form.FILES: Photos,
    form.NEEDS: Needs,
    form.YOU: You,
}
SECTIONS = {
    form.WHO: _("Who it is for"),
    form.HELPER: _("About you, who are helping"),
    form.GROUP: _("Your group"),
    form.WHAT: _("What happened"),
    form.WHEN: _("When it happened"),
    form.SAFETY: _("Safety"),
    form.FILES: _("Photos and files"),
    form.NEEDS: _("What you need from us"),
    form.YOU: _("About you"),
}
THEIRS: dict[str, type[Form]] = {form.NEEDS: TheirNeeds, form.YOU: Them}
THEIR_SECTIONS = {form.NEEDS: _("What they need from us"), form.YOU: _("About the person you help")}


def form_of(page: str, who: str) -> type[Form]:
    """The form of a page, for whom the complaint is."""
    return THEIRS.get(page, QUESTIONS[page]) if who == form.SOMEBODY else QUESTIONS[page]


def section(page: str, who: str) -> Any:
    """What a page is about, as its heading."""
    own = SECTIONS[page]
    return THEIR_SECTIONS.get(page, own) if who == form.SOMEBODY else own
