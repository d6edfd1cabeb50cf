"""The forms of the actions, one file a verb: each makes the input of its action of the rules."""

from redress.rules.access import Verb
from redress.web.desk.forms.acknowledge import AcknowledgeForm
from redress.web.desk.forms.add_issue import AddIssueForm
from redress.web.desk.forms.add_signatories import AddSignatoriesForm
from redress.web.desk.forms.agree_updates import AgreeUpdatesForm
from redress.web.desk.forms.allocate import AllocateForm
from redress.web.desk.forms.answer_request import AnswerRequestForm
from redress.web.desk.forms.ask_clarification import AskClarificationForm
from redress.web.desk.forms.ask_comments import AskCommentsForm
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.change_signatory import ChangeSignatoryForm
from redress.web.desk.forms.chase import ChaseForm
from redress.web.desk.forms.chase_comments import ChaseCommentsForm
from redress.web.desk.forms.classify import ClassifyForm
from redress.web.desk.forms.close import CloseForm
from redress.web.desk.forms.comment import CommentForm
from redress.web.desk.forms.complete_action import CompleteActionForm
from redress.web.desk.forms.conduct import (
    ApproveRestrictionForm,
    EndRestrictionForm,
    RecordBehaviourForm,
    RestrictContactForm,
    ReviewRestrictionForm,
    WarnForm,
)
from redress.web.desk.forms.correct_received_date import CorrectReceivedDateForm
from redress.web.desk.forms.declare_conflict import DeclareConflictForm
from redress.web.desk.forms.end_representative import EndRepresentativeForm
from redress.web.desk.forms.escalate import EscalateForm
from redress.web.desk.forms.extend import ExtendForm
from redress.web.desk.forms.hand_over import HandOverForm
from redress.web.desk.forms.hold import HoldForm, ReleaseHoldForm
from redress.web.desk.forms.learn import LearnForm
from redress.web.desk.forms.link import LinkForm
from redress.web.desk.forms.log import LogForm
from redress.web.desk.forms.mediate import MediateForm
from redress.web.desk.forms.merge import MergeForm
from redress.web.desk.forms.move_action import MoveActionForm
from redress.web.desk.forms.name_representative import NameRepresentativeForm
from redress.web.desk.forms.note_document import NoteDocumentForm
from redress.web.desk.forms.offer import OfferForm
from redress.web.desk.forms.offer_meeting import OfferMeetingForm
from redress.web.desk.forms.open_restricted import OpenRestrictedForm
from redress.web.desk.forms.promise import PromiseForm
from redress.web.desk.forms.raise_complaint import RaiseComplaintForm
from redress.web.desk.forms.receive_message import ReceiveMessageForm
from redress.web.desk.forms.record_call import RecordCallForm
from redress.web.desk.forms.record_consent import RecordConsentForm
from redress.web.desk.forms.record_findings_comment import RecordFindingsCommentForm
from redress.web.desk.forms.refuse import RefuseEscalationForm, RefuseForm
from redress.web.desk.forms.reopen import ReopenForm
from redress.web.desk.forms.respond import RespondForm
from redress.web.desk.forms.restrict import RestrictForm
from redress.web.desk.forms.send_back import SendBackForm
from redress.web.desk.forms.send_update import SendUpdateForm
from redress.web.desk.forms.settle_message import SettleMessageForm
from redress.web.desk.forms.settle_offer import SettleOfferForm
from redress.web.desk.forms.share_findings import ShareFindingsForm
from redress.web.desk.forms.sign import SignForm
from redress.web.desk.forms.signpost import SignpostForm
from redress.web.desk.forms.split import SplitForm
from redress.web.desk.forms.submit import SubmitForm
from redress.web.desk.forms.tag import TagForm
from redress.web.desk.forms.tell_outcome import TellOutcomeForm
from redress.web.desk.forms.tick_evidence import TickEvidenceForm
from redress.web.desk.forms.undo import UndoForm
from redress.web.desk.forms.wait import WaitForm
from redress.web.desk.forms.withdraw import WithdrawForm
from redress.web.desk.forms.withdraw_comments import WithdrawCommentsForm

FORMS: dict[Verb, type[DeskForm]] = {
    Verb.ANSWER_REQUEST: AnswerRequestForm,
    Verb.RAISE_COMPLAINT: RaiseComplaintForm,
    Verb.LOG: LogForm,
    Verb.CLASSIFY: ClassifyForm,
    Verb.ACKNOWLEDGE: AcknowledgeForm,
    Verb.ALLOCATE: AllocateForm,
    Verb.CHASE: ChaseForm,
    Verb.TAG: TagForm,
    Verb.WAIT: WaitForm,
    Verb.HAND_OVER: HandOverForm,
    Verb.RECORD_CALL: RecordCallForm,
    Verb.NOTE_DOCUMENT: NoteDocumentForm,
    Verb.TICK_EVIDENCE: TickEvidenceForm,
    Verb.RECEIVE_MESSAGE: ReceiveMessageForm,
    Verb.SETTLE_MESSAGE: SettleMessageForm,
    Verb.NAME_REPRESENTATIVE: NameRepresentativeForm,
    Verb.RECORD_CONSENT: RecordConsentForm,
    Verb.END_REPRESENTATIVE: EndRepresentativeForm,
    Verb.TELL_OUTCOME: TellOutcomeForm,
    Verb.ADD_SIGNATORIES: AddSignatoriesForm,
    Verb.CHANGE_SIGNATORY: ChangeSignatoryForm,
    Verb.OFFER_MEETING: OfferMeetingForm,
    Verb.DECLARE_CONFLICT: DeclareConflictForm,
    Verb.RESTRICT: RestrictForm,
    Verb.HOLD: HoldForm,
    Verb.RELEASE_HOLD: ReleaseHoldForm,
    Verb.OPEN_RESTRICTED: OpenRestrictedForm,
    Verb.RECORD_BEHAVIOUR: RecordBehaviourForm,
    Verb.WARN: WarnForm,
    Verb.RESTRICT_CONTACT: RestrictContactForm,
    Verb.APPROVE_RESTRICTION: ApproveRestrictionForm,
    Verb.REVIEW_RESTRICTION: ReviewRestrictionForm,
    Verb.END_RESTRICTION: EndRestrictionForm,
    Verb.ASK_COMMENTS: AskCommentsForm,
    Verb.COMMENT: CommentForm,
    Verb.CHASE_COMMENTS: ChaseCommentsForm,
    Verb.WITHDRAW_COMMENTS: WithdrawCommentsForm,
    Verb.ADD_ISSUE: AddIssueForm,
    Verb.LINK: LinkForm,
    Verb.SPLIT: SplitForm,
    Verb.MERGE: MergeForm,
    Verb.ASK_CLARIFICATION: AskClarificationForm,
    Verb.EXTEND: ExtendForm,
    Verb.SEND_UPDATE: SendUpdateForm,
    Verb.SHARE_FINDINGS: ShareFindingsForm,
    Verb.RECORD_FINDINGS_COMMENT: RecordFindingsCommentForm,
    Verb.SUBMIT: SubmitForm,
    Verb.SIGN: SignForm,
    Verb.SEND_BACK: SendBackForm,
    Verb.RESPOND: RespondForm,
    Verb.ESCALATE: EscalateForm,
    Verb.REFUSE: RefuseForm,
    Verb.REFUSE_ESCALATION: RefuseEscalationForm,
    Verb.SIGNPOST: SignpostForm,
    Verb.PROMISE: PromiseForm,
    Verb.MOVE_ACTION: MoveActionForm,
    Verb.AGREE_UPDATES: AgreeUpdatesForm,
    Verb.COMPLETE_ACTION: CompleteActionForm,
    Verb.MEDIATE: MediateForm,
    Verb.OFFER: OfferForm,
    Verb.SETTLE_OFFER: SettleOfferForm,
    Verb.CORRECT_RECEIVED_DATE: CorrectReceivedDateForm,
    Verb.WITHDRAW: WithdrawForm,
    Verb.LEARN: LearnForm,
    Verb.CLOSE: CloseForm,
    Verb.REOPEN: ReopenForm,
    Verb.UNDO: UndoForm,
}
