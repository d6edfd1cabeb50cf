"""Refusals of responses, signatures, stage 2, and of refusing itself."""

ANSWERING: dict[str, tuple[str, str]] = {
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
    "late_reason_missing": (
        "The answer is late and nothing says why.",
        "Choose the reason. It helps us to be on time; the resident is not sent it.",
    ),
    "late_note_missing": (
        "Another reason for being late is chosen, and nothing says which.",
        "Write it in a few words.",
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
    "response_waits": (
        "A response of this complaint waits for its signature.",
        "Have it signed or sent back first.",
    ),
    "refusal_waits": (
        "A refusal of this complaint, or of a part of it, waits to be approved.",
        "Have it approved or sent back first.",
    ),
    "own_refusal": (
        "You wrote this refusal, so a second person approves it.",
        "Leave it to another person who may decide. To change it, send it back.",
    ),
    "needs_approval": (
        "The landlord’s policy has somebody else approve this refusal.",
        "Leave it to one of them.",
    ),
    "change_missing": (
        "Nothing says what should change.",
        "Write it in a sentence or two, for whoever wrote it.",
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
        "A colleague who may decide should read it too.",
    ),
}
