"""The addresses of the desk. The last word of each is the name of its view's file and template;
the last word of an action's is the verb itself.
"""

from django.urls import path, register_converter

from redress.rules.access import Verb
from redress.web.desk import (
    act,
    address_book,
    autosave,
    bulk,
    case,
    comments_asked,
    compensation,
    cover,
    data_requests,
    document,
    everything,
    export,
    find,
    here,
    lessons,
    letter,
    look,
    looks,
    mail,
    messages,
    needs,
    offers,
    paper,
    pass_on,
    promises,
    read_out_code,
    receive,
    requests_to_check,
    reviews,
    satisfaction,
    sending,
    shortcuts,
    small,
    speaking,
    today,
    views,
    which_ombudsman,
    worklist,
)
from redress.web.desk.verbs import WORDS, word_of


class Reference:
    """A case's reference. An imported one may hold a stroke or a blank, never a control mark."""

    regex = r"[^\x00-\x1f]{1,100}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Word:
    """An action by its word: "record-call"."""

    regex = "|".join(word_of(verb) for verb in WORDS)

    def to_python(self, value: str) -> Verb:
        return Verb(value.replace("-", "_"))

    def to_url(self, value: str) -> str:
        return value.replace("_", "-")


class Form:
    """A form of a letter by its word: "large-print"."""

    regex = "|".join(paper.FORMS)

    def to_python(self, value: str) -> paper.Form:
        return paper.FORMS[value]

    def to_url(self, value: paper.Form) -> str:
        return value.word


register_converter(Reference, "reference")
register_converter(Word, "verb")
register_converter(Form, "form")

urlpatterns = [
    path("", today.today, name="today"),
    path("worklist", worklist.worklist, name="worklist"),
    path("export", export.export, name="export"),
    path("views", views.views, name="views"),
    path("bulk", bulk.bulk, name="bulk"),
    path("bulk/<slug:key>", bulk.batch, name="batch"),
    path("find", find.find, name="find"),
    path("receive", receive.receive, name="receive"),
    path("receive/look", look.look, name="look"),
    path("mail", mail.mail, name="mail"),
    path("mail/<int:number>", mail.letter_in, name="letter-in"),
    path("mail/<int:number>/original", mail.original, name="original"),
    path("messages", messages.messages, name="messages"),
    path("requests-to-check", requests_to_check.requests_to_check, name="requests-to-check"),
    path("cover", cover.cover, name="cover"),
    path("promises", promises.promises, name="promises"),
    path("shortcuts", shortcuts.shortcuts, name="shortcuts"),
    path("pass-on", pass_on.pass_on, name="pass-on"),
    path("comments-asked", comments_asked.comments_asked, name="comments-asked"),
    path("address-book", address_book.address_book, name="address-book"),
    path("address-book/<int:number>", address_book.contributor, name="contributor"),
    path("speaking", speaking.speaking, name="speaking"),
    path("offers", offers.offers, name="offers"),
    path("which-ombudsman", which_ombudsman.which_ombudsman, name="which-ombudsman"),
    path("sending", sending.sending, name="sending"),
    path("sending/<int:number>/paper", paper.message_paper, name="message-paper"),
    path("sending/<int:number>", sending.message, name="message"),
    path("case/<reference:reference>/letters/<int:number>", letter.letter, name="letter"),
    path("case/<reference:reference>/letters/<int:number>/<form:form>", paper.paper, name="paper"),
    path("case/<reference:reference>/documents/<int:number>", document.document, name="document"),
    path("case/<reference:reference>/documents/<int:number>/small", small.small, name="small"),
    path("case/<reference:reference>/compensation", compensation.compensation, name="compensation"),
    path("case/<reference:reference>/looks", looks.case_looks, name="case-looks"),
    path("case/<reference:reference>/everything", everything.everything, name="everything"),
    path("data-requests", data_requests.data_requests, name="data-requests"),
    path("case/<reference:reference>/needs", needs.needs_page, name="needs"),
    path("looks", looks.looks, name="looks"),
    path("lessons", lessons.lessons, name="lessons"),
    path("satisfaction", satisfaction.satisfaction, name="satisfaction"),
    path("satisfaction/<int:number>", satisfaction.ring, name="ring"),
    path("satisfaction/unhappy/<int:number>", satisfaction.unhappy, name="unhappy"),
    path("reviews", reviews.reviews, name="reviews"),
    path(
        "case/<reference:reference>/read-out-code",
        read_out_code.read_out_code,
        name="read-out-code",
    ),
    path("case/<reference:reference>/here", here.here, name="here"),
    path("case/<reference:reference>/<verb:verb>/autosave", autosave.autosave, name="autosave"),
    path("case/<reference:reference>/<verb:verb>", act.act, name="act"),
    path("case/<reference:reference>", case.case, name="case"),
]
