"""Refusals where cases belong together."""

JOINED: dict[str, tuple[str, str]] = {
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
}
