"""Forms in the GOV.UK manner: fields that refuse what cannot be meant, and say what to do.

A page declares a `Form` with the fields below and shows it with `parts/form.html`; the error
summary, the messages beside fields and the kept answers come of themselves.
"""

import re
import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting

from redress.rules.words import long_date
from redress.web.text import tidy

LONG = 10_000  # characters in a long answer
PARTS = ("day", "month", "year")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EARLIEST = date(1900, 1, 1)
INPUTS = {"long": "textarea", "lines": "textarea", "select": "select", "files": "file-upload"}
POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}")

Words = Any  # a text, or one that is translated when it is shown
Choices = Iterable[tuple[str, Words]]


class BoundField(forms.BoundField):
    """A field on a page: which markup it has, and where a link to it lands."""

    @property
    def look(self) -> str:
        """Which part of `forms/field.html` draws it."""
        return getattr(self.field, "look", "text")

    @property
    def first_id(self) -> str:
        """The id of the input at which an error of this field is mended."""
        if self.look in ("radios", "checkboxes"):
            return f"{self.auto_id}_0"
        if self.look == "date":
            return f"{self.auto_id}_{self.wrong_part}"
        return self.auto_id

    @property
    def wrong_part(self) -> str:
        """Which part of a date is wrong: that of the first error, else the day."""
        codes = [error.code for error in self.errors.as_data()]
        return codes[0] if codes and codes[0] in PARTS else "day"

    @property
    def date_parts(self) -> list[dict[str, Any]]:
        """The three inputs of a date."""
        value = self.value() or ("", "", "")
        if isinstance(value, date):
            value = (value.day, value.month, value.year)
        whole = bool(self.errors) and self.errors.as_data()[0].code not in PARTS
        return [
            {
                "id": f"{self.auto_id}_{part}",
                "name": f"{self.html_name}_{part}",
                "label": part.capitalize(),
                "value": typed,
                "width": 4 if part == "year" else 2,
                "wrong": whole or (bool(self.errors) and part == self.wrong_part),
            }
            for part, typed in zip(PARTS, value, strict=True)
        ]

    @property
    def aria_describedby(self) -> str | None:
        """The ids of hint, error and character count."""
        ids = super().aria_describedby
        counted = f"{self.auto_id}-info" if self.look == "long" else ""
        return " ".join(filter(None, (ids, counted))) or None

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Any = None) -> dict[str, Any]:
        """The attributes of the input, with the classes of its look."""
        attrs = super().build_widget_attrs(attrs, widget)
        name = INPUTS.get(self.look, "input")
        classes = [f"govuk-{name}", *([f"govuk-{name}--error"] if self.errors else [])]
        if self.look == "long":
            classes.append("govuk-js-character-count")
        if width := getattr(self.field, "width", ""):
            classes.append(f"govuk-input--width-{width}")
        return {**attrs, "class": " ".join(classes)}


class Renderer(TemplatesSetting):
    """Draws forms from our templates."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = BoundField


class Form(forms.Form):
    """The base of all forms. `today` is needed by forms with dates that may not lie ahead."""

    default_renderer = Renderer
    use_required_attribute = False  # the browser's own messages are not ours

    def __init__(self, *args: Any, today: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for field in self.fields.values():
            if isinstance(field, Date):
                field.today = today

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Every error in the order of the page: its words, and the id it is mended at, if any."""
        bounds = cast(Iterable[BoundField], self)
        found = [(str(error), bound.first_id) for bound in bounds for error in bound.errors]
        return found + [(str(error), "") for error in self.non_field_errors()]


class _Own(forms.Field):
    """What all our fields have: words for a missing answer, a hint, the size of the label.

    `called` is how messages about a wrong answer name the field ("The date of the call").
    """

    def __init__(self, label: Words, *, optional: bool = False, missing: Words = "", **kwargs: Any):
        self.size = kwargs.pop("size", "s")  # of the label: s, m or l
        self.called = kwargs.pop("called", label)  # in error messages
        missing = missing or f"Enter {label[:1].lower()}{label[1:]}"
        kwargs["help_text"] = kwargs.pop("hint", "")
        kwargs["error_messages"] = {"required": missing}
        super().__init__(label=label, required=not optional, **kwargs)


class Text(_Own, forms.CharField):
    """One line of at most `limit` characters."""

    look = "text"

    def __init__(
        self,
        label: Words,
        *,
        limit: int = 200,
        autocomplete: str = "",
        width: str = "",
        kind: str = "text",
        **kwargs: Any,
    ):
        self.limit, self.width = limit, width
        attrs = {"type": kind, "autocomplete": autocomplete or "off", "dir": "auto"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(label, strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        """The text tidied; refuses one that is too long, with the limit and its length."""
        text = self.shaped(tidy(super().to_python(value) or ""))
        if len(text) > self.limit:
            raise ValidationError(
                f"{self.called} must be {self.limit:,} characters or fewer. "
                f"You have written {len(text):,}.",
                code="long",
            )
        return text

    def shaped(self, text: str) -> str:
        """One line has no line ends."""
        return " ".join(text.split("\n"))


class Lines(Text):
    """A few lines."""

    look = "lines"

    def __init__(self, label: Words, *, rows: int = 3, autocomplete: str = "", **kwargs: Any):
        attrs = {"rows": rows, "dir": "auto", "autocomplete": autocomplete or "off"}
        super().__init__(label, widget=forms.Textarea(attrs=attrs), **kwargs)

    def shaped(self, text: str) -> str:
        return text


class LongText(Lines):
    """Many lines, with a count of what is left."""

    look = "long"

    def __init__(self, label: Words, *, limit: int = LONG, rows: int = 5, **kwargs: Any):
        super().__init__(label, limit=limit, rows=rows, **kwargs)


class Postcode(Text):
    """A postcode as the post has it: "e14aa" is E1 4AA. One of another shape stays as typed."""

    def __init__(
        self, label: Words = "Postcode", *, autocomplete: str = "postal-code", **kwargs: Any
    ):
        super().__init__(label, limit=10, width="10", autocomplete=autocomplete, **kwargs)

    def shaped(self, text: str) -> str:
        joined = "".join(text.split()).upper()
        return f"{joined[:-3]} {joined[-3:]}" if POSTCODE.fullmatch(joined) else text


class Email(Text):
    """An e-mail address: something, an @, a name with a dot. No more can be known by looking."""

    def __init__(self, label: Words = "Email address", **kwargs: Any):
        kwargs = {"limit": 254, "autocomplete": "email", "kind": "email", **kwargs}
        super().__init__(label, **kwargs)
        self.widget.attrs |= {"spellcheck": "false", "dir": "ltr"}

    def shaped(self, text: str) -> str:
        text = "".join(text.split())
        before, _, after = text.rpartition("@")
        if text and not (before and "." in after.strip(".") and "@" not in before):
            raise ValidationError(
                "Enter an email address with an @ and a full stop, like name@example.com"
            )
        return text


class Secret(Text):
    """A password: kept as typed, never shown again."""

    def __init__(self, label: Words = "Password", **kwargs: Any):
        attrs = {"autocomplete": "current-password"}
        widget = forms.PasswordInput(render_value=False, attrs=attrs)
        super().__init__(label, limit=1_000, widget=widget, **kwargs)

    def to_python(self, value: Any) -> str:
        text = forms.CharField.to_python(self, value) or ""
        tidy(text)  # refuses what no text has; the rest stays as typed
        if len(text) > self.limit:
            raise ValidationError(f"{self.called} must be {self.limit:,} characters or fewer.")
        return text


class WholeNumber(Text):
    """A whole number from `least` to `most`; gives an int, or None."""

    def __init__(self, label: Words, *, least: int = 0, most: int = 999, **kwargs: Any):
        self.least, self.most = least, most
        super().__init__(label, **{"width": "4", **kwargs})
        self.widget.attrs |= {"inputmode": "numeric", "dir": "ltr"}

    def clean(self, value: Any) -> Any:
        text = super().clean(value).replace(",", "")
        if not text:
            return None
        if not (text.isdecimal() and len(text) < 12 and self.least <= int(text) <= self.most):
            raise ValidationError(
                f"{self.called} must be a whole number from {self.least:,} to {self.most:,}"
            )
        return int(text)


class Hidden(forms.CharField):
    """Something the page itself needs to know again."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any):
        super().__init__(max_length=200, required=False, **kwargs)


class Submission(forms.CharField):
    """The key of one page: what is sent twice with the same key is kept once. None without one."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(max_length=64, required=False, empty_value=None, initial=_key)


def _key() -> str:
    return secrets.token_urlsafe(24)


class _Choosing(_Own):
    def __init__(self, label: Words, choices: Choices, *, missing: Words = "", **kwargs: Any):
        wrong = f"Select {label[:1].lower()}{label[1:]}"
        super().__init__(label, choices=list(choices), missing=missing or wrong, **kwargs)
        for code in ("invalid_choice", "invalid_list"):
            self.error_messages[code] = missing or wrong


class Radios(_Choosing, forms.ChoiceField):
    """One of a few. `choices` are (value, words); `inline` sets short ones in a row."""

    look = "radios"
    widget = forms.RadioSelect

    def __init__(self, label: Words, choices: Choices, *, inline: bool = False, **kwargs: Any):
        self.inline = inline
        super().__init__(label, choices, **kwargs)


class Select(_Choosing, forms.ChoiceField):
    """One of many."""

    look = "select"
    widget = forms.Select


class Checkboxes(_Choosing, forms.MultipleChoiceField):
    """Any of a few; gives a list."""

    look = "checkboxes"
    widget = forms.CheckboxSelectMultiple


class FilesWidget(forms.FileInput):
    """An input for several files. A browser never fills it in again."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        return list(files.getlist(name)) if files else []


class Files(_Own):
    """Files from the person's own machine; gives a list. What they are is judged when they are
    kept (`cases.files`)."""

    look = "files"
    widget = FilesWidget(attrs={"multiple": True})

    def __init__(self, label: Words, *, optional: bool = True, many: bool = True, **kwargs: Any):
        self.many = many
        if not many:
            kwargs["widget"] = FilesWidget()
        super().__init__(label, optional=optional, **kwargs)


class DateWidget(forms.Widget):
    """Three inputs: day, month and year."""

    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, ...]:
        """What was typed into the three, blanks taken off."""
        return tuple(data.get(f"{name}_{part}", "").strip() for part in PARTS)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return all(f"{name}_{part}" not in data for part in PARTS)


class Date(_Own):
    """A date of three parts; the month may be a word. Gives a date, or None.

    With `past` it may not lie after the form's `today`; with `ahead`, not on it or before.
    """

    look = "date"
    widget = DateWidget
    today: date | None = None

    def __init__(self, label: Words, *, past: bool = False, ahead: bool = False, **kwargs: Any):
        self.past, self.ahead = past, ahead
        super().__init__(label, **kwargs)

    def to_python(self, value: Any) -> date | None:
        """The date of the three parts, all of them or none."""
        if not value or not any(value):
            return None
        for part, typed in zip(PARTS, value, strict=True):
            if not typed:
                raise ValidationError(f"{self.called} must include a {part}", code=part)
        day, month, year = (self._number(*each) for each in zip(PARTS, value, strict=True))
        try:
            return self._possible(date(year, month, day))
        except ValueError:
            words = f"{value[0]} {_month_name(month)} {value[2]}"
            raise ValidationError(f"{self.called}: {words} is not a date", code="day") from None

    def _number(self, part: str, typed: str) -> int:
        if part == "month" and typed[:3].lower() in MONTHS:
            return MONTHS.index(typed[:3].lower()) + 1
        if not typed.isdecimal() or len(typed) > 4:
            raise ValidationError(f"{self.called}: the {part} must be a number", code=part)
        if part == "year" and len(typed) != 4:
            raise ValidationError(f"{self.called}: the year must have 4 numbers", code=part)
        return int(typed)

    def _possible(self, day: date) -> date:
        if day < EARLIEST:
            raise ValidationError(
                f"{self.called} must be {long_date(EARLIEST)} or later", code="year"
            )
        if self.today and self.past and day > self.today:
            raise ValidationError(f"{self.called} must be today or in the past")
        if self.today and self.ahead and day <= self.today:
            raise ValidationError(f"{self.called} must be in the future")
        return day


class DayOrMonth(Date):
    """A day, or a month where the day is not known. Gives "2026-03-27", "2026-03" or "".

    The parts are those of `Date`, which says what is refused.
    """

    def to_python(self, value: Any) -> Any:
        """The text by which it is kept."""
        day, *rest = value or ("", "", "")
        if day or not any(rest):
            whole = super().to_python(value)
            return whole.isoformat() if whole else ""
        first = super().to_python(("1", *rest))
        return f"{first:%Y-%m}" if first else ""

    def prepare_value(self, value: Any) -> Any:
        """The three parts of what is kept; what was typed stays as it is."""
        if not isinstance(value, str):
            return value
        year, month, day = [*value.split("-"), "", "", ""][:3]
        return (day.lstrip("0"), month.lstrip("0"), year)


def day_or_month(kept: str) -> str:
    """What `DayOrMonth` gave, in words: "Friday 27 March 2026", or "March 2026"."""
    if len(kept) == len("2026-03-27"):
        return long_date(date.fromisoformat(kept))
    return f"{_month_name(int(kept[5:]))} {kept[:4]}" if kept else ""


def _month_name(month: int) -> str:
    return f"{date(2000, month, 1):%B}" if 1 <= month <= 12 else str(month)
