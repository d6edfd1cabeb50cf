"""Refusals about who may see a case, its tags and its handler."""

WORKING: dict[str, tuple[str, str]] = {
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
    "nothing_awaited": (
        "Nothing is chosen, and the case is not marked as waiting.",
        "Choose what it waits for.",
    ),
    "awaited_why_missing": (
        "Nothing says why the case waits.",
        "Write in a sentence what has to come.",
    ),
    "mediation_step": (
        "Mediation is not at that point.",
        "It is offered first, then accepted or declined, and over at last.",
    ),
    "mediation_who_missing": (
        "Nobody is named.",
        "Name who would mediate, or who accepted or declined.",
    ),
    "mediation_outcome_missing": (
        "Nothing says how the mediation ended.",
        "Write what was agreed, or that nothing was.",
    ),
    "mediation_early": (
        "The landlord’s policy offers mediation after stage 2 only.",
        "It may be offered earlier all the same.",
    ),
    "no_such_evidence": ("No kind of evidence is chosen.", "Choose one from the list."),
    "evidence_not_pointed": (
        "The tick points at nothing, or at more than one thing.",
        "Choose a document, or give the day of a call or visit, or say why it is not needed.",
    ),
    "evidence_not_there": (
        "The case has no such document.",
        "Put the document on the record first.",
    ),
    "evidence_missing": (
        "Evidence that this kind of complaint asks for is missing, and nothing says why.",
        "Tick it, or say why the answer goes without it.",
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
    "not_trained": (
        "No training in handling complaints is noted for them.",
        "Choose somebody who is trained, or have their training noted.",
    ),
    "refresher_overdue": (
        "Their training in handling complaints is overdue for its refresher.",
        "Choose somebody else, or have the refresher noted.",
    ),
    "not_restricted": (
        "No restriction keeps anybody from this case.",
        "To restrict it, name the people who may see it.",
    ),
}
