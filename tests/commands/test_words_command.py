"""`redress words`: what translators get is what pages ask for."""

import pytest
from django.test import Client
from django.utils import translation

from redress.cli import main
from redress.commands.words import texts_to_translate
from tests import builders
from tests.web.test_language import PUBLIC


def test_everything_that_pages_ask_for_is_there(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.landlord()
    asked: set[str] = set()

    def noted(text: str) -> str:
        asked.add(str(text))
        return str(text)

    translation.gettext("")
    monkeypatch.setattr(translation._trans, "gettext", noted, raising=False)
    for path in PUBLIC:
        client.get(f"/code-model/{path}")
    there = {text for texts in texts_to_translate() for text in texts}
    assert len(asked) > 80
    assert asked - there - {""} == set()


def test_it_is_a_template_that_their_tools_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words"]) == 0
    said = capsys.readouterr().out
    assert 'msgid "Make a complaint"\nmsgstr ""\n' in said
    assert 'msgid "%(number)s working day"\nmsgid_plural "%(number)s working days"\n' in said
    assert 'msgid "The Code allows %(time)s"' in said
    assert "We ring you within {time}." in said
    assert said.count("msgid ") == said.count("msgstr") - said.count("msgid_plural")
