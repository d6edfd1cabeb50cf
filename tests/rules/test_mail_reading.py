"""E-mails as they come: text and files out of any of them, and never an exception."""

import base64
import quopri
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.mail import Automatic, Mail, Problem
from redress.rules.mail_reading import LARGEST, digest_of, read

HEAD = (
    "From: Mary Osei <Mary@Example.org>\r\nTo: complaints@landlord.example\r\n"
    "Subject: The ceiling\r\nMessage-ID: <a1@example.org>\r\n"
    "Date: Fri, 1 May 2026 09:30:00 +0100\r\nMIME-Version: 1.0\r\n"
)


def mail(body: str | bytes = "It leaks.", head: str = "", **changed: str) -> Mail:
    return read(raw(body, head, **changed))


def raw(body: str | bytes = "It leaks.", head: str = "", **changed: str) -> bytes:
    lines = HEAD
    for name, value in changed.items():
        old = next((line for line in HEAD.split("\r\n") if line.startswith(f"{name}:")), "")
        lines = lines.replace(f"{old}\r\n" if old else "", "") + f"{name}: {value}\r\n"
    content = body if isinstance(body, bytes) else body.encode()
    return (lines + head + "\r\n").encode("utf-8", "surrogateescape") + content


def parts(*each: str, kind: str = "mixed") -> str:
    """The rest of a mail of several parts."""
    return "".join(f"--b\r\n{part}\r\n" for part in each) + "--b--\r\n"


MIXED = 'Content-Type: multipart/mixed; boundary="b"\r\n'
ALTERNATIVE = 'Content-Type: multipart/alternative; boundary="b"\r\n'
PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\nIt leaks."


def test_a_plain_mail_is_what_it_says() -> None:
    found = mail()
    assert (found.name, found.address) == ("Mary Osei", "mary@example.org")
    assert (found.subject, found.text) == ("The ceiling", "It leaks.")
    assert found.to == ("complaints@landlord.example",)
    assert found.message_id == "<a1@example.org>" and found.sent_on == date(2026, 5, 1)
    assert (found.automatic, found.problem, found.attached) == (None, None, ())


@pytest.mark.parametrize(
    ("charset", "content"),
    [
        ("utf-8", "Café – ‘cold’".encode()),
        ("iso-8859-1", "Café".encode("latin-1")),
        ("windows-1252", "Café – ‘cold’".encode("cp1252")),
        ("utf-16", "Café".encode("utf-16")),
        ("no-such-charset", "Café".encode()),
        ("us-ascii", "Café".encode()),
        ("utf-8", "Café".encode("cp1252")),
        ("gb18030", "Café".encode("gb18030")),
        ("iso-2022-jp", "Cafe".encode("iso-2022-jp")),
        ("utf-7", "Café".encode("utf-7")),
        ("rot13", b"Cafe"),
        ("idna", b"Cafe"),
    ],
)
def test_any_charset_named_rightly_or_wrongly_gives_its_words(charset: str, content: bytes) -> None:
    for encoding, body in (
        ("8bit", content),
        ("base64", base64.encodebytes(content)),
        ("quoted-printable", quopri.encodestring(content)),
        ("nonsense", content),
    ):
        head = f"Content-Type: text/plain; charset={charset}\r\n"
        head += f"Content-Transfer-Encoding: {encoding}\r\n"
        assert mail(body, head).text.startswith("Caf"), encoding


def test_names_and_subjects_are_decoded_whatever_stands_in_them() -> None:
    named = mail(From="=?utf-8?q?Zo=C3=AB?= <Z@x.example>", Subject="=?utf-8?b?Q2Fmw6k=?=")
    assert (named.name, named.subject) == ("Zoë", "Café")
    assert mail(Subject="Café").subject == "Café"
    assert mail(Subject="=?no-such?q?x?=").subject
    assert mail(Subject="a\x00b\x1b[31m").subject == "ab[31m"
    assert len(mail(Subject="x" * 10_000).subject) == 300
    for broken in ("", "<>", "(" * 9_000, "a@b@c", "Mary", "undisclosed:;", "=?utf-8?b?!!?="):
        assert mail(From=broken).address == ""


def test_plain_text_comes_before_html_and_html_is_read_where_there_is_no_other() -> None:
    html = "Content-Type: text/html\r\n\r\n<p>It <b>leaks</b>"
    assert mail(parts(PLAIN, html), ALTERNATIVE).text == "It leaks."
    assert (
        mail(parts("Content-Type: text/plain\r\n\r\n \r\n", html), ALTERNATIVE).text == "It leaks"
    )
    assert mail("<p>It&nbsp;leaks</p>", "Content-Type: text/html\r\n").text == "It leaks"


def test_files_come_with_their_names_and_bytes() -> None:
    photo = base64.b64encode(b"\xff\xd8photo").decode()
    image = (
        'Content-Type: image/jpeg; name="a.jpg"\r\nContent-Disposition: inline\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{photo}"
    )
    named = "Content-Disposition: attachment; filename*=utf-8''%C3%A9.png\r\n\r\n"
    odd = f"Content-Type: image/png\r\n{named}"
    text = (
        'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="n.txt"\r\n\r\nnote'
    )
    found = mail(parts(PLAIN, image, odd, text), MIXED)
    assert [each.name for each in found.attached] == ["a.jpg", "é.png", "n.txt"]
    assert found.attached[0].content == b"\xff\xd8photo" and found.text == "It leaks."


def test_an_invitation_is_read_and_a_mail_in_a_mail_is_a_file() -> None:
    ics = "Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\nSUMMARY:Visit\r\nDTSTART:20260501"
    assert "Summary: Visit" in mail(parts(PLAIN, ics), MIXED).text
    inner = (
        "Content-Type: message/rfc822\r\n\r\nFrom: Bob <b@x.example>\r\nSubject: Help\r\n\r\nCold"
    )
    (file,) = mail(parts(PLAIN, inner), MIXED).attached
    assert (file.name, file.content_type) == ("Help.eml", "message/rfc822")


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        ("application/pkcs7-mime; smime-type=enveloped-data", Problem.LOCKED),
        ('multipart/encrypted; protocol="application/pgp-encrypted"; boundary="b"', Problem.LOCKED),
        ("application/ms-tnef", None),
    ],
)
def test_what_is_sealed_is_said_to_be(kind: str, problem: Problem | None) -> None:
    found = mail("MIAGCSq", f"Content-Type: {kind}\r\n")
    assert found.problem is problem and found.text == ""
    assert problem or "winmail.dat" in found.left_out[0]


@pytest.mark.parametrize(
    ("changed", "automatic"),
    [
        ({"Auto-Submitted": "auto-replied"}, Automatic.REPLY),
        ({"Auto-Submitted": "Auto-Replied; owner-email=x"}, Automatic.REPLY),
        ({"X-Autoreply": "yes"}, Automatic.REPLY),
        ({"Precedence": "auto_reply"}, Automatic.REPLY),
        ({"Subject": "Automatic reply: The ceiling"}, Automatic.REPLY),
        ({"Subject": "Out of office: away"}, Automatic.REPLY),
        ({"Return-Path": "<>"}, Automatic.REPORT),
        ({"From": "MAILER-DAEMON@mx.example"}, Automatic.REPORT),
        ({"Auto-Submitted": "auto-generated"}, Automatic.GENERATED),
        ({"Precedence": "bulk"}, Automatic.BULK),
        ({"List-Id": "<news.example>"}, Automatic.BULK),
        ({"X-Spam-Flag": "YES"}, Automatic.SPAM),
        ({"Auto-Submitted": "no"}, None),
        ({"Subject": "Your office is out of order"}, None),
        ({"Return-Path": "<mary@example.org>"}, None),
    ],
)
def test_what_a_machine_sent(changed: dict[str, str], automatic: Automatic | None) -> None:
    assert mail(**changed).automatic is automatic


def test_a_report_of_delivery_is_one() -> None:
    head = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n'
    assert mail(parts(PLAIN), head).automatic is Automatic.REPORT


def test_too_large_too_deep_or_of_too_many_parts_gives_its_first_text_at_once() -> None:
    """None of them is parsed whole; `bench/mail_in.py` says how long each takes."""
    large = raw(parts(PLAIN, "Content-Type: image/jpeg\r\n\r\n") + "A" * LARGEST, MIXED)
    many = raw(parts(*[PLAIN] * 10_000), MIXED)
    deep = "".join(
        f'--b{n}\r\nContent-Type: multipart/mixed; boundary="b{n + 1}"\r\n\r\n'
        for n in range(10_000)
    )
    nested = raw(deep + f"--b10000\r\n{PLAIN}", 'Content-Type: multipart/mixed; boundary="b0"\r\n')
    for content, problem, text in (
        (large, Problem.LARGE, "It leaks."),
        (many, Problem.NESTED, "It leaks."),
        (nested, Problem.NESTED, ""),
    ):
        found = read(content)
        assert (found.problem, found.text, found.address) == (problem, text, "mary@example.org")
        assert found.left_out and not found.attached


@given(st.binary(max_size=400), st.binary(max_size=400))
def test_nothing_raises(head: bytes, body: bytes) -> None:
    for content in (head + b"\n\n" + body, HEAD.encode() + head + b"\r\n\r\n" + body):
        found = read(content)
        assert "\x00" not in found.text + found.subject + found.name


@given(
    st.lists(
        st.sampled_from(
            ["--b", "--b--", "Content-Type: multipart/mixed; boundary=b", "", "a: b", " x",
             "Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "====", "From: x",
             "Content-Type: text/plain; charset*=utf-8''x", "Content-Disposition: attachment;",
             "Content-Type: application/ms-tnef", 'filename*0="a', "Content-Type: text/html", "<a"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_no_disorder_of_parts_raises(lines: list[str]) -> None:
    assert isinstance(read("\r\n".join([*HEAD.split("\r\n")[:-1], *lines]).encode()), Mail)


def test_the_same_mail_is_known_whatever_servers_wrote_above_it() -> None:
    first = raw()
    assert digest_of(b"Received: from mx.example\r\n" + first) == digest_of(first)
    assert digest_of(first.replace(b"\r\n", b"\n")) == digest_of(first)
    assert digest_of(raw("It leaks!")) != digest_of(first)
    assert digest_of(first.replace(b"<a1@", b"<a2@")) != digest_of(first)
    assert digest_of(b"") != digest_of(b"x") != digest_of(b"x\ny")
    nameless = first.replace(b"Message-ID: <a1@example.org>\r\n", b"")
    assert digest_of(b"Received: x\r\n" + nameless) == digest_of(nameless)
    assert digest_of(nameless.replace(b"1 May", b"2 May")) != digest_of(nameless)
