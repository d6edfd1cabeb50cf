"""What stands in the landlords' papers, copied by hand, to hold the policy files against."""

# The rules found in each paper, by the numbers under which they are accounted for.
RULES = {
    "tower-hamlets-homes": [f"T{n}" for n in range(1, 29)] + [f"S{n}" for n in range(1, 17)],
    "together": [f"A{n}" for n in range(1, 19)],
    "herefordshire": [f"H{n}" for n in range(1, 18)],
    "harrow": [
        *("R3", "R4", "R5", "6.1", "6.2", "6.3", "6.4", "6.5", "6.11", "6.14", "6.15", "6.16"),
        *("6.17", "6.20", "8.1", "8.3"),
    ],
    "code-model": [],
}

# landlord, stage: acknowledge, respond, extension, first call, window
CLOCKS = {
    ("tower-hamlets-homes", 1): (
        "48 hours, read as 2 working days",
        "10 working days",
        "10 working days",
        "48 working hours, read as 2 working days",
        None,
    ),
    ("tower-hamlets-homes", 2): (
        "48 hours, read as 2 working days",
        "20 working days",
        "10 working days",
        None,
        "20 working days",
    ),
    ("together", 1): ("5 working days", "10 working days", "10 working days", None, None),
    ("together", 2): ("5 working days", "15 working days", "10 working days", None, None),
    ("herefordshire", 1): ("5 working days", "10 working days", "10 working days", None, None),
    ("herefordshire", 2): (None, "20 working days", "10 working days", None, "28 calendar days"),
    ("harrow", 1): ("5 working days", "10 working days", "10 working days", None, None),
    ("harrow", 2): ("5 working days", "20 working days", "20 working days", None, None),
    ("code-model", 1): ("5 working days", "10 working days", "10 working days", None, None),
    ("code-model", 2): ("5 working days", "20 working days", "20 working days", None, None),
}

# Every conflict between a landlord's paper and the 2024 Code, one row each as the papers were read:
# rule, part of the clause that the finding must name, provisions.
CONFLICTS = {
    "tower-hamlets-homes": [
        ("T11", "Informal Complaint (Queries)", "5.2 5.3 1.3 1.5"),
        ("T8 6 months", "more than 6 months old", "2.2 2.3"),
        ("T8 pre-action letter", "Legal action and Disrepair", "2.2"),
        ("T8 fixed list", "Repairs; ", "2.1 2.2 2.5"),
        ("T8 other procedures", "Matters which have already been dealt with", "2.2"),
        ("T12 agreement", "Timescales: Stage 1", "6.4"),
        ("T12 Ombudsman, S12", "self-assessment 6.5", "6.5"),
        ("T13 Ombudsman, S12", "self-assessment 6.16", "6.16"),
        ("T21 window", "Stage 2 – Review", "6.10 5.11 2.2"),
        ("T21 why", "Stage 2 – Review", "6.12"),
        ("T21 back to THH", "Stage 2 – Review", "6.10 6.11 5.3"),
        ("T23", "Stage 2 – Review", "5.11 6.10 6.18"),
        ("T4", "Complaints through an advocate", "1.3 3.6"),
        ("T6", "Complaints through an advocate", "6.2 6.3 6.4"),
        ("T9", "Ways to make a complaint", "3.2"),
        ("T20", "Stage 1 – Complaints Investigation", "6.9"),
        ("T1", "What is a complaint?", "1.2"),
        ("S8", "Self-assessment 5.6", "5.6 6.2"),
        ("S15", "Self-assessment 9.5", "9.5"),
    ],
    "together": [
        ("A9 Get It Sorted", "5.4", "5.2 5.3"),
        ("A9 record only", "5.4", "1.3 2.1 2.4"),
        ("A9 exhausted", "5.4", "5.3 5.11 6.10"),
        ("A10", "5.5", "1.3 1.5"),
        ("A4 6 months", "2.4", "2.2 2.3"),
        ("A4 proceedings or investigation", "2.4", "2.2"),
        ("A4 list", "2.4", "2.2 2.5"),
        ("A7", "4.2", "1.3 3.6"),
        ("A11 agreement", "5.5", "6.4"),
        ("A12 agreement", "5.6", "6.15"),
        ("A11 Ombudsman", "5.5", "6.5"),
        ("A12 Ombudsman", "5.6", "6.16"),
        ("A12 position", "5.6", "6.12"),
        ("A13", "7.1 to 7.3", "3.7"),
        ("A16", "8.1 to 8.4", "5.11 5.14 5.15"),
        ("A17", "9.3", "9.7 8.2"),
        ("A1", "Cover", "8.1"),
    ],
    "herefordshire": [
        ("H3", "2 What is covered", "5.2 1.3"),
        ("H5", "2 Complaints that we cannot investigate", "2.4"),
        ("H4 staff, internal, not exhaustive", "2 Complaints that we cannot", "2.2 2.5"),
        ("H4 one year", "2 Complaints that we cannot investigate", "2.3"),
        ("H7 Ombudsman", "3 Stage 1", "6.5"),
        ("H10 Ombudsman", "3 Stage 2", "6.16"),
        ("H7 own service", "3 Stage 1", "5.8"),
        ("H9 28 days", "3 Stage 1", "6.10 5.11"),
        ("H9 why", "3 Stage 2", "6.12"),
        ("H10 acknowledgement", "3 Stage 2", "6.11"),
        ("H13 with H10", "3 Stage 2", "6.13"),
        ("H11", "3 Stage 2; Designated person", "3.7"),
        ("H14", "5 Who will implement", "8.1 8.2 9.7"),
        ("H12", "3 Handling Unreasonable Complaints", "5.14 5.15"),
    ],
    "harrow": [
        ("R7, R8", "Report 6.2, 6.3", "5.12 6.9 9.1"),
        ("App B 6.16", "Appendix B 6.16", "6.16"),
        ("App B 6.17", "Appendix B 6.17", "6.17"),
        ("App B 6.20", "Appendix B 6.20", "6.20"),
    ],
    "code-model": [],
}

STRICTER = {
    "tower-hamlets-homes": {"6.2", "6.11", "6.15"},
    "together": {"6.14", "6.15"},
    "herefordshire": {"6.15"},
    "harrow": set(),
    "code-model": set(),
}

# Conflicts found beyond those rows, each with the reason why it is one.
ALSO = {
    ("tower-hamlets-homes", "5.7", "Self-assessment 5.6"): "a generic letter, S8, names no part",
    ("together", "1.2", "2.2"): "the same wording of 2022 as T1",
    ("herefordshire", "1.2", "1 Statement of purpose"): "the same wording of 2022 as T1",
    ("together", "2.1", "2.4"): "insurance stands in the same kind of list as T8's",
    ("together", "8.1", "9.3"): "what is reported yearly is not the report of 8.1, as in H14",
    ("herefordshire", "2.2", "3 Stage 1"): "the same window as T21: lateness is no ground of 2.2",
}
