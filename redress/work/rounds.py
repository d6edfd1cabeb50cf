"""The rounds: work that is done every so often by the worker, once however many nodes there are.

A round is a function of the moment that looks for what is due and does it, and answers how many
things it did. It must do no harm when it is run twice, and do everything that is due however long
ago: a worker that was off for days runs each round once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from redress.work import (
    ask_satisfaction,
    bounces,
    chase_comments,
    close_unused,
    erase_cases,
    erase_forms,
    fetch_mail,
    make_packs,
    redate,
    remind,
    remind_reviews,
    scan_files,
    sending,
    sweep_codes,
    sweep_files,
    tell_ombudsman,
)


@dataclass(frozen=True)
class Round:
    """One round. `office_hours` keeps it to working days from 9 to 5: what it sends, people get."""

    name: str
    every: timedelta
    run: Callable[[datetime], int]
    office_hours: bool = False


ROUNDS: tuple[Round, ...] = (
    Round("bounces", timedelta(minutes=1), bounces.read_bounces),
    Round("fetch mail", timedelta(minutes=1), fetch_mail.run),
    Round("chase comments", timedelta(hours=1), chase_comments.run, office_hours=True),
    Round("remind", timedelta(hours=4), remind.run, office_hours=True),
    Round("remind of reviews", timedelta(hours=4), remind_reviews.run, office_hours=True),
    Round("packs", timedelta(hours=1), make_packs.run, office_hours=True),
    Round("ask satisfaction", timedelta(hours=4), ask_satisfaction.run, office_hours=True),
    Round("tell of the Ombudsman", timedelta(hours=4), tell_ombudsman.run, office_hours=True),
    Round("redate", timedelta(minutes=1), redate.run),
    Round("ask about doubts", timedelta(minutes=4), sending.ask_about_doubts),
    Round("close unused accounts", timedelta(hours=6), close_unused.run),
    Round("erase forms", timedelta(hours=1), erase_forms.run),
    Round("erase cases", timedelta(minutes=10), erase_cases.run),
    Round("scan files", timedelta(minutes=1), scan_files.run),
    Round("sweep files", timedelta(days=1), sweep_files.run),
    Round("sweep codes", timedelta(hours=6), sweep_codes.run),
)
