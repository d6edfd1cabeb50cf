"""Names of files, made safe."""

import pytest

from redress.uploads.names import LONGEST, cleaned, ending_of


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("kitchen.jpg", "kitchen.jpg"),
        ("kitchen.JPEG", "kitchen.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("..\\..\\windows\\win.ini", "win.jpg"),
        ("C:\\Users\\mary\\kitchen.jpg", "kitchen.jpg"),
        ("..", "file.jpg"),
        ("", "file.jpg"),
        (".jpg", "file.jpg"),
        (".htaccess", "file.jpg"),
        ("a\0b.jpg", "ab.jpg"),
        ("new\nline.jpg", "newline.jpg"),
        ("\u202egpj.exe", "gpj.jpg"),  # reads "exe.jpg" from right to left
        ("zero\u200bwidth.jpg", "zerowidth.jpg"),
        ("CON.jpg", "file-CON.jpg"),
        ("nul", "file-nul.jpg"),
        ("com1.txt", "file-com1.jpg"),
        ('a<b>:"c|?*.jpg', "a-b---c---.jpg"),
        ("trailing. . .", "trailing.jpg"),
        ("  many   blanks .jpg", "many blanks.jpg"),
        ("Küche Müller.jpg", "Küche Müller.jpg"),
        ("photo.jpg.exe", "photo.jpg.jpg"),
        ("مطبخ.jpg", "مطبخ.jpg"),
    ],
)
def test_a_name(given: str, name: str) -> None:
    assert cleaned(given, ".jpg") == name


@pytest.mark.parametrize("given", ["x" * 300, "x" * 300 + ".jpg", "ü" * 300, "x." * 200])
def test_a_long_name_is_cut_and_keeps_its_ending(given: str) -> None:
    assert len(cleaned(given, ".docx")) <= LONGEST and cleaned(given, ".docx").endswith(".docx")


def test_the_ending_of_a_name() -> None:
    assert [ending_of(name) for name in ("a.TXT", "a", "a.b.c", "a. b", "a.", "x.123456789")] == [
        ".txt",
        "",
        ".c",
        "",
        "",
        "",
    ]
