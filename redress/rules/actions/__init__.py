"""What can be done to a case: one file a verb, each an input and a pure `decide`.

`decide(case, given, context)` reads facts and answers a `Decision` or a `Refused`. To add a verb:
name it in `access.Verb` with its permission, give it a row in `stages.TRANSITIONS`, a file here,
and a form. Use `stages.decide`, which also looks at the state and at who acts.
"""

from collections.abc import Callable
from typing import Any

from redress.rules.access import Verb
from redress.rules.actions import (
    acknowledge,
    add_issue,
    allocate,
    answer_request,
    ask_comments,
    chase_comments,
    classify,
    close,
    comment,
    complete_action,
    correct_received_date,
    declare_conflict,
    escalate,
    extend,
    hand_over,
    link,
    log,
    merge,
    note_document,
    open_restricted,
    raise_complaint,
    receive,
    record_call,
    refuse,
    refuse_escalation,
    reopen,
    respond,
    restrict,
    split,
    take_in,
    undo,
    withdraw,
    withdraw_comments,
)
from redress.rules.decision import Decision, Refused

Decide = Callable[[Any, Any, Any], Decision | Refused]

DECIDE: dict[Verb, Decide] = {
    Verb.RECEIVE: receive.decide,
    Verb.ANSWER_REQUEST: answer_request.decide,
    Verb.RAISE_COMPLAINT: raise_complaint.decide,
    Verb.LOG: log.decide,
    Verb.CLASSIFY: classify.decide,
    Verb.ACKNOWLEDGE: acknowledge.decide,
    Verb.ALLOCATE: allocate.decide,
    Verb.HAND_OVER: hand_over.decide,
    Verb.RECORD_CALL: record_call.decide,
    Verb.NOTE_DOCUMENT: note_document.decide,
    Verb.DECLARE_CONFLICT: declare_conflict.decide,
    Verb.RESTRICT: restrict.decide,
    Verb.OPEN_RESTRICTED: open_restricted.decide,
    Verb.ASK_COMMENTS: ask_comments.decide,
    Verb.COMMENT: comment.decide,
    Verb.CHASE_COMMENTS: chase_comments.decide,
    Verb.WITHDRAW_COMMENTS: withdraw_comments.decide,
    Verb.ADD_ISSUE: add_issue.decide,
    Verb.LINK: link.decide,
    Verb.SPLIT: split.decide,
    Verb.MERGE: merge.decide,
    Verb.TAKE_IN: take_in.decide,
    Verb.EXTEND: extend.decide,
    Verb.RESPOND: respond.decide,
    Verb.ESCALATE: escalate.decide,
    Verb.REFUSE: refuse.decide,
    Verb.REFUSE_ESCALATION: refuse_escalation.decide,
    Verb.COMPLETE_ACTION: complete_action.decide,
    Verb.CORRECT_RECEIVED_DATE: correct_received_date.decide,
    Verb.WITHDRAW: withdraw.decide,
    Verb.CLOSE: close.decide,
    Verb.REOPEN: reopen.decide,
    Verb.UNDO: undo.decide,
}
