"""The tables of a case, one file a noun. Columns carry the names of `rules.facts`.

Nothing here has effects in `save()`: `cases.store` writes, and nothing else does.
"""

from redress.cases.models.action import Action
from redress.cases.models.batch import Batch
from redress.cases.models.case import Case
from redress.cases.models.case_person import CasePerson
from redress.cases.models.comment import Comment
from redress.cases.models.deadline import Deadline
from redress.cases.models.document import Document
from redress.cases.models.draft import Draft, Look, Presence
from redress.cases.models.event import Event
from redress.cases.models.follow import FollowCode, SentForm
from redress.cases.models.hand_over import HandOver
from redress.cases.models.incoming import Incoming
from redress.cases.models.issue import Issue
from redress.cases.models.letter import Letter
from redress.cases.models.mail_item import MailItem, MailPlace, ReplyAddress
from redress.cases.models.message import Message
from redress.cases.models.offer import Offer
from redress.cases.models.redating import Redating
from redress.cases.models.representative import Representative
from redress.cases.models.round import Round
from redress.cases.models.saved_view import SavedView
from redress.cases.models.search_word import SearchWord
from redress.cases.models.signatory import Signatory
from redress.cases.models.stage import Stage
from redress.cases.models.stored_file import StoredFile
from redress.cases.models.submission import Submission
from redress.cases.models.viewed import Viewed
from redress.cases.models.web_draft import WebDraft, WebFile, WebSource
from redress.cases.models.worker import Worker

__all__ = [
    "Action",
    "Batch",
    "Case",
    "CasePerson",
    "Comment",
    "Deadline",
    "Document",
    "Draft",
    "Event",
    "FollowCode",
    "HandOver",
    "Incoming",
    "Issue",
    "Letter",
    "Look",
    "MailItem",
    "MailPlace",
    "Message",
    "Offer",
    "Presence",
    "Redating",
    "ReplyAddress",
    "Representative",
    "Round",
    "SavedView",
    "SearchWord",
    "SentForm",
    "Signatory",
    "Stage",
    "StoredFile",
    "Submission",
    "Viewed",
    "WebDraft",
    "WebFile",
    "WebSource",
    "Worker",
]
