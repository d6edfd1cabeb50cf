"""What a refusal says: for each reason code what is missing, and what to do about it.

The rules give codes and provisions; the words live here, with the pages. The same words stand in
the record where a guard only warned: then the first sentence is what the action went ahead without.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from redress.rules.decision import Reason
from redress.web.file_words import FILE_WORDS

WORDS: dict[str, tuple[str, str]] = {
    **FILE_WORDS,
    # Who and when
    "not_permitted": (
        "Your role does not allow this.",
        "Ask a colleague who may do it, or whoever manages roles for this landlord.",
    ),
    "not_now": (
        "The case is at a point where this cannot be done.",
        "Go back to the case and see what is owed next.",
    ),
    "changed_meanwhile": (
        "Somebody changed this case while you were writing. Nothing you typed is lost.",
        "Read what happened, change your text if you need to, and send it again.",
    ),
    "changed_by_you": (
        "You have done something to this case since you opened this page. Perhaps the button was "
        "pressed twice. Nothing you typed is lost.",
        "Read what is on the record, and send this again only if it is still needed.",
    ),
    "newer_text": (
        "Somebody kept another text of this while you were writing. Nothing you typed is lost.",
        "Read both, and keep one or put them together.",
    ),
    "letter_incomplete": (
        "The letter would go without a part that the Code asks for.",
        "Write what belongs here.",
    ),
    "date_out_of_range": (
        "This date cannot be right: it is in the future, or outside the life of the complaint.",
        "Give the day it really happened.",
    ),
    "date_not_known": (
        "Redress cannot count from this date: no policy or no bank holidays are known for it.",
        "Check the year.",
    ),
    # Receiving and logging
    "received_in_future": (
        "The complaint cannot have been received after today.",
        "Give the day it first reached any member of staff.",
    ),
    "description_missing": (
        "There is nothing about what happened.",
        "Write what the resident said, in their own words.",
    ),
    "service_missing": (
        "No service is named.",
        "Say which service this is about, such as Repairs.",
    ),
    "issue_missing": (
        "There is no issue to look into.",
        "Write at least one thing complained about, in a sentence.",
    ),
    "risk_missing": ("Nothing says which risk it is.", "Choose the risk that was handed over."),
    "told_nobody": (
        "Nothing says who was told of the risk.",
        "Tell whoever deals with it now, and write down who that was.",
    ),
    "told_how_missing": (
        "Nothing says how they were told.",
        "Write for example by phone, or the number of the job.",
    ),
    "representative_missing": (
        "Somebody speaks for the resident, but has no name here.",
        "Write their name, or clear what is said about them.",
    ),
    "chose_to_complain": (
        "The resident chose to complain, so it is a complaint.",
        "Choose complaint as what it is, or correct what they answered.",
    ),
    "why_missing": (
        "There is no reason for keeping this issue here or splitting it off.",
        "Say in a sentence why it is or is not part of this complaint.",
    ),
    "dissatisfaction_missing": (
        "Nothing says what the resident is unhappy about.",
        "Write what they said.",
    ),
    "answer_missing": ("There is no answer to send.", "Write what the resident is to be told."),
    "note_missing": ("The note is empty.", "Write what was said, or that nobody answered."),
    "document_name_missing": (
        "Nothing says what the document is.",
        "Name it in a few words, such as surveyor’s report.",
    ),
    "document_place_missing": (
        "There is no file, and nothing says where the document is kept.",
        "Choose a file, or give the folder, the file number or the address.",
    ),
    "document_two_places": (
        "There are files, and also a place where the document is kept.",
        "Send the files alone, or note the place in a form of its own.",
    ),
    # Cases that belong together
    "no_such_case": (
        "There is no such case, or it is this one.",
        "Give the reference of another case that you can open.",
    ),
    "linked_already": ("The two are linked already.", "Look at the links on the case."),
    "not_linked": (
        "There is no such link, or it comes from a merger or a split and stays.",
        "Choose one of the links on the case.",
    ),
    "nothing_would_stay": (
        "No issue would stay on this complaint.",
        "Leave at least one. To answer the whole elsewhere, merge it.",
    ),
    "told_missing": (
        "Nothing says how the resident was told.",
        "Tell them first, and write when and how.",
    ),
    "merge_into_the_older": (
        "The other complaint came in later than this one, so its dates are later.",
        "Merge the other one into this one.",
    ),
    "not_the_same_resident": (
        "The other complaint is from somebody else.",
        "Link the two. Each resident gets an answer of their own.",
    ),
    "answered_already": (
        "The other complaint is answered or at stage 2, so no issue can join it.",
        "Link the two, and answer this one by itself.",
    ),
    "restricted_into_open": (
        "This case is restricted and the other is not.",
        "Restrict the other one to the same people first.",
    ),
    "merged_already": (
        "This case was merged into another, which is where it is answered.",
        "Go to the other case.",
    ),
    # Who may see a case
    "not_for_others": (
        "This declaration is about somebody else.",
        "Ask them to make it, or the complaints team to make it for them.",
    ),
    "conflict_untold": (
        "Nothing says what the conflict is.",
        "Write in a sentence how they know the resident or what they did in the matter.",
    ),
    "conflict_lifted_by_self": (
        "Nobody takes back their own conflict of interest.",
        "Ask the complaints team to do it.",
    ),
    "tag_missing": ("No tag is named.", "Write a tag, or choose one to take off."),
    "tag_too_long": ("A tag may have 30 characters.", "Use fewer words."),
    "tags_unchanged": ("That would change none of its tags.", "Nothing needs to be done."),
    "too_many_tags": ("A case may have 20 tags.", "Take some off first."),
    "handler_missing": ("Nobody handles this case.", "Give it to a handler first."),
    "chasing_oneself": (
        "You handle this case yourself.",
        "There is nobody else to remind.",
    ),
    "conflict_declared": (
        "Somebody named has declared a conflict of interest in this case.",
        "Choose somebody else.",
    ),
    "not_restricted": (
        "No restriction keeps anybody from this case.",
        "To restrict it, name the people who may see it.",
    ),
    # Asking for comments
    "nobody_asked": ("Nobody is chosen.", "Choose at least one person, or type who it is."),
    "asked_incomplete": (
        "Somebody who is to be asked has no name or no email address, or a very long name.",
        "Give both, the name in 100 characters or fewer.",
    ),
    "asked_twice": ("Two of the people have the same email address.", "Leave one of them out."),
    "question_missing": ("There is no question.", "Write what you need to know."),
    "due_in_past": ("The date has passed.", "Choose today or a later day."),
    "after_response_due": (
        "The comments are due after the response is.",
        "Ask for them sooner, or extend the response date.",
    ),
    "no_such_request": (
        "This request for comments is not on the case, or an answer is no longer waited for.",
        "Choose one that is still open.",
    ),
    "already_answered": (
        "This request has its answer already, and the first answer stands.",
        "Record anything more as a note.",
    ),
    "comments_missing": (
        "There is no answer.",
        "Write what you know, or whom we should ask instead.",
    ),
    "who_answers_missing": ("Nothing says who answers.", "Give a name."),
    "no_chaser_due": ("No reminder is due today.", "Nothing needs to be done."),
    "chased_today": ("They were reminded today already.", "Wait for their answer."),
    "no_manager_known": (
        "Nobody is known to whom this could be taken.",
        "Remind the person, or find out who their manager is and telephone.",
    ),
    "manager_told_already": (
        "Their manager has been told already.",
        "Telephone, or remind the person again.",
    ),
    # Acknowledging
    "definition_missing": (
        "The complaint is not defined.",
        "Write what you understand the complaint to be, so that the resident can correct it.",
    ),
    "outcome_sought_missing": (
        "The outcome the resident wants is not given.",
        "Write what they want to happen. If they have not said, ask them.",
    ),
    "not_responsible_missing": (
        "Nothing says which parts the landlord is not responsible for.",
        "Name them and who is, or write that there are none.",
    ),
    # Extending
    "reason_missing": ("There is no reason.", "Give the reason in a sentence."),
    "not_later": (
        "The new date is not after the date the resident has now.",
        "Choose a later date.",
    ),
    "date_has_passed": (
        "The response date has passed, so it can no longer be moved.",
        "Send the response as soon as you can. The case stays late on the record.",
    ),
    "ombudsman_details_missing": (
        "The letter would go without the Housing Ombudsman’s details.",
        "Tick that the letter carries them.",
    ),
    "over_the_cap": (
        "The new date is further off than an extension may go.",
        "Choose an earlier date, or give a good reason and a second person who approves it.",
    ),
    "not_agreed": (
        "The resident has not agreed to the extension, which the landlord’s policy asks for.",
        "Ask them, and record their answer.",
    ),
    # Asking, telling, pointing elsewhere
    "clarification_missing": (
        "There is no question to ask.",
        "Write what is unclear, one question on each line.",
    ),
    "not_ahead": ("The day is not ahead.", "Choose a day after today."),
    "update_missing": (
        "Nothing says what has happened since we last wrote.",
        "Write it, or say that nothing has happened and why.",
    ),
    "next_missing": (
        "Nothing says what comes next.",
        "Write what we will do next, and when.",
    ),
    "interval_not_agreed": (
        "The resident has not agreed to hear from us again on that day.",
        "Ask them how often they want to hear, and record their answer.",
    ),
    "findings_missing": (
        "There are no findings to comment on.",
        "Write what we are minded to find against the resident, and on what evidence.",
    ),
    "no_time_for_comment": (
        "The response is due today or late, so there is no time left for comment.",
        "Respond, and say there why the resident could not comment first.",
    ),
    "after_response": (
        "The day for comment is after the response is due, and comment moves no date.",
        "Choose a day up to the response date.",
    ),
    "findings_not_shared": (
        "No findings have been shared with the resident at this stage.",
        "Share them for comment first, or record what was said as a call.",
    ),
    "comment_missing": ("The comment is empty.", "Write what the resident said."),
    "matter_missing": (
        "Nothing says what it is about.",
        "Write which part of it is for somebody else.",
    ),
    "nobody_named": (
        "Nobody is named who can help.",
        "Choose at least one from the register of contacts.",
    ),
    "no_such_contact": (
        "One of those named is not in the register of contacts today.",
        "Choose from the list.",
    ),
    "contact_expired": (
        "The contact details are past the day until which they were checked.",
        "Have them checked and put into the register again, or choose another.",
    ),
    "ombudsman_details_old": (
        "The Housing Ombudsman’s details are past the day until which they were checked.",
        "Look them up on the Ombudsman’s website, and have the register put right.",
    ),
    "gap_open": (
        "A passage still has a gap to fill in.",
        "Write the real words in place of each {…}, or take the sentence out.",
    ),
    # Responding
    "finding_missing": (
        "Not every issue has a finding.",
        "Choose upheld, partly upheld or not upheld for each one.",
    ),
    "not_a_finding": (
        "One of the findings is not a decision.",
        "Choose upheld, partly upheld or not upheld.",
    ),
    "reasons_missing": (
        "The reasons are not given.",
        "Say why, for this complaint, with the policy, law or facts it rests on.",
    ),
    "no_such_issue": (
        "One of the issues named is not an open issue of this complaint.",
        "Choose from the issues on the case.",
    ),
    "action_incomplete": (
        "A promised action lacks what will be done, or who will do it.",
        "Complete it, or clear the row.",
    ),
    "action_in_past": (
        "A promised action has a date that has passed.",
        "Give the day by which it will be done.",
    ),
    "comment_not_offered": (
        "The landlord’s policy lets the resident comment on adverse findings first. They have not "
        "been shared.",
        "Share the findings for comment, or say why the answer goes without it.",
    ),
    "comment_time_runs": (
        "The resident still has time to comment on the findings, as we promised.",
        "Wait for the comment or the day, or say why the answer goes without it.",
    ),
    "considered_stage_1": (
        "Somebody who considered stage 1 would decide stage 2.",
        "Give it to a person who did not draft, approve or check the stage 1 response.",
    ),
    # Signing
    "needs_signature": (
        "The landlord’s policy has somebody else sign this response.",
        "Send it for signature.",
    ),
    "own_response": (
        "You wrote this response or sent it in, so somebody else signs it.",
        "Leave it to another person who may sign.",
    ),
    "nothing_to_sign": (
        "This text does not wait for a signature any more.",
        "Go back to the case and see what is owed next.",
    ),
    "change_missing": (
        "Nothing says what should change.",
        "Write it in a sentence or two, for whoever wrote the response.",
    ),
    # Stage 2
    "no_third_stage": (
        "The complaint has had its final response. There are two stages and no third.",
        "Tell the resident how to go to the Housing Ombudsman.",
    ),
    "stage_1_not_answered": (
        "Stage 1 has not been answered yet.",
        "Send the stage 1 response first.",
    ),
    "window_passed": (
        "The landlord’s own time for asking for stage 2 has passed.",
        "It is no ground for a refusal under the Code. Take the request.",
    ),
    "no_reasons_given": (
        "The resident gave no reasons, which the landlord’s policy asks for.",
        "Nobody has to give reasons under the Code. Take the request.",
    ),
    # Refusing
    "no_such_ground": (
        "No ground is chosen, or it is not one of the landlord’s policy.",
        "Choose a ground from the list.",
    ),
    "ground_not_in_code": (
        "The Code does not allow a refusal on this ground.",
        "Choose another ground, or take the complaint.",
    ),
    "within_twelve_months": (
        "Nothing shows that every issue is more than 12 months old, counted from the later of "
        "when it happened and when the resident knew.",
        "Take the complaint, or choose another ground.",
    ),
    "claim_not_shown": (
        "Nothing shows that a claim form and particulars of claim were filed at court. A letter "
        "before a claim is not enough.",
        "Give the day they were filed and what shows it, or take the complaint.",
    ),
    "discretion_missing": (
        "Nothing says whether there was a good reason to take it all the same.",
        "Write what you considered.",
    ),
    "approver_missing": (
        "No second person has approved this.",
        "Choose the colleague who agreed. It cannot be you.",
    ),
    # Taking back
    "nothing_to_undo": (
        "The last step of this case cannot be taken back.",
        "Put it right with a further step. Both will stand on the record.",
    ),
    "not_yours_to_undo": (
        "The last step was somebody else’s.",
        "Ask them to take it back.",
    ),
    "too_late_to_undo": (
        "More than ten minutes have passed since the last step.",
        "Put it right with a further step. Both will stand on the record.",
    ),
    "letter_has_left": (
        "The letter has left, or is leaving now.",
        "Write to the resident again to put it right.",
    ),
    # Ending
    "how_missing": (
        "Nothing says how the resident withdrew.",
        "Write when and how they told us.",
    ),
    "actions_open": (
        "Something that was promised is not done yet.",
        "Mark each promised action as done, with its proof, and then close.",
    ),
    "not_agreed_yet": (
        "Nothing says that the resident agrees to what is promised.",
        "Ask them, and record their answer.",
    ),
    "same_date": ("This is the date it has already.", "Give the new date."),
    "interval_out_of_range": (
        "Updates come every 1 to 20 working days.",
        "Give a number from 1 to 20.",
    ),
    "agreement_missing": (
        "Nothing says how this was agreed with the resident.",
        "Write when and by what way.",
    ),
    "no_reminder_due": ("No reminder is due today.", "Nothing needs doing."),
    "no_such_action": (
        "This action is already marked as done, or is not on the case.",
        "Choose one that is still open.",
    ),
    "proof_missing": (
        "Nothing shows that it was done.",
        "Give what shows it, such as a job number, a receipt or a photo.",
    ),
}


@dataclass(frozen=True)
class Said:
    """A reason in words. `why` is the provision or clause, `field` the input that would mend it."""

    says: str
    do: str
    why: str
    field: str


def in_words(reasons: Iterable[Reason]) -> list[Said]:
    """Each reason as a person reads it. Raises KeyError for a code that has no words."""
    return [_said(reason) for reason in reasons]


def _said(reason: Reason) -> Said:
    says, do = WORDS[reason.code]
    about = f"“{reason.about}”: " if reason.about else ""
    return Said(about + says, do, _rests_on(reason), reason.field)


def _rests_on(reason: Reason) -> str:
    """A provision of the Code as it stands; a clause of the landlord's own as one of its policy."""
    source = reason.provision
    return source if not source or source.startswith("Code ") else f"our policy, {source}"
