"""A letter as a Word file, for those who must edit it: real headings, real lists, the address in
the envelope's window, title and language set."""

import io
from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from redress.papers.glyphs import one_way, reads_right_to_left
from redress.papers.paper import Paper, leaves_room_to_sign
from redress.rules.wording import Block

FONT = "Arial"  # every machine has it, or one of its measures; ours may not be there
NORMAL = {"Normal": 12, "Heading 1": 14, "Heading 2": 12.5, "Letterhead": 20}
LARGE = {"Normal": 18, "Heading 1": 22, "Heading 2": 20, "Letterhead": 24}
INK = RGBColor(0x0B, 0x0C, 0x0C)
TOP, LEFT, RIGHT, BOTTOM = Mm(20), Mm(25), Mm(25), Mm(20)
BODY_FROM = Mm(97)  # from the top of the sheet: below the window
WINDOW_MIDDLE = Mm(69)  # as in letter.typ
ADDRESS_SIZE, ADDRESS_PITCH = Pt(12), Pt(14.5)
ADDRESS_WIDTH = Mm(75)
ROOM_TO_SIGN = Pt(40)


def docx(paper: Paper) -> bytes:
    """The letter as a Word file. Logos are left out; all words are there, in the same order."""
    file = Document()
    _set_up(file, paper)
    _letterhead(file, paper)
    _address(file, paper)
    first = len(file.paragraphs)
    if paper.large_print:
        _lines(file, paper.letterhead.contact)
    _lines(file, (line for block in paper.opening for line in block.lines))
    if paper.is_draft:
        file.add_paragraph("Draft. This letter has not been sent.").runs[0].bold = True
    _body(file, paper)
    if paper.letterhead.foot:
        _said(file.add_paragraph(), paper.letterhead.foot).paragraph_format.space_before = Pt(24)
    file.paragraphs[first].paragraph_format.space_before = Length(BODY_FROM - TOP)
    made = io.BytesIO()
    file.save(made)
    return made.getvalue()


def _set_up(file: Any, paper: Paper) -> None:
    """Sheet, styles, properties, and the reference and page numbers at the foot."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    properties = file.core_properties
    properties.title, properties.author = one_way(paper.title)[:255], paper.letterhead.name[:255]
    properties.language, properties.comments = paper.language, ""
    properties.created = properties.modified = datetime.combine(paper.date, time())
    _styles(file, paper)
    foot = section.footer.paragraphs[0]
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(210) - LEFT - RIGHT, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{one_way(paper.reference)}\tPage ")
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")


def _styles(file: Any, paper: Paper) -> None:
    file.styles.add_style("Letterhead", 1).base_style = file.styles["Normal"]
    sizes = LARGE if paper.large_print else NORMAL
    for name in ("Normal", "Footer", "List Bullet", "Heading 1", "Heading 2", "Letterhead"):
        style = file.styles[name]
        set_font(style, sizes.get(name, sizes["Normal"]))
        style.paragraph_format.line_spacing = 1.4 if paper.large_print else 1.2
        style.paragraph_format.space_after = Pt(4 if name == "List Bullet" else 8)
    for name in ("Heading 1", "Heading 2"):
        file.styles[name].font.color.rgb, file.styles[name].font.bold = INK, True
        file.styles[name].paragraph_format.space_before = Pt(14)
    head = file.styles["Letterhead"].font
    head.bold, head.color.rgb = True, RGBColor.from_string(paper.letterhead.colour[1:].upper())
    language = file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), paper.language)


def set_font(style: Any, size: float) -> None:
    """The font by its name: a theme's font would win over it."""
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.rPr.rFonts.attrib
    for name in filter(lambda name: name.endswith("Theme"), list(fonts)):
        del fonts[name]


def add_field(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _letterhead(file: Any, paper: Paper) -> None:
    """The landlord's name, and beside the address how to reach it, each at its place."""
    name = _said(file.add_paragraph(style="Letterhead"), paper.letterhead.name)
    _place(name, LEFT, Mm(14), Mm(80 if not paper.large_print else 160))
    if not paper.large_print:
        for line in paper.letterhead.contact:
            _place(_tight(_said(file.add_paragraph(), line)), Mm(116), Mm(15), Mm(65))


def _address(file: Any, paper: Paper) -> None:
    """The recipient around the middle of the window, in 12 point whatever the letter's size."""
    above = Length(WINDOW_MIDDLE - len(paper.address) * ADDRESS_PITCH // 2)
    for line in paper.address:
        said = _tight(_said(file.add_paragraph(), line))
        said.paragraph_format.line_spacing = ADDRESS_PITCH
        for run in said.runs:
            run.font.size = ADDRESS_SIZE
        _place(said, LEFT, above, ADDRESS_WIDTH)


def _lines(file: Any, lines: Iterable[str]) -> None:
    for line in lines:
        _tight(_said(file.add_paragraph(), line))


def _tight(paragraph: Paragraph) -> Paragraph:
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _place(paragraph: Paragraph, left: Length, top: Length, width: Length) -> None:
    """Put a paragraph at a place on the sheet; those of the same place stand below each other."""
    frame = OxmlElement("w:framePr")
    places = {"w": width.twips, "x": left.twips, "y": top.twips}
    words = {"hAnchor": "page", "vAnchor": "page", "wrap": "around"}
    for name, value in {**places, **words}.items():
        frame.set(qn(f"w:{name}"), str(value))
    properties = paragraph._p.get_or_add_pPr()
    style = properties.find(qn("w:pStyle"))
    properties.insert(0 if style is None else 1, frame)


def _body(file: Any, paper: Paper) -> None:
    """The blocks from the salutation on, with the subject below it."""
    _blocks(file, paper.salutation)
    _said(file.add_heading(level=1), paper.subject)
    _blocks(file, paper.body)


def _blocks(file: Any, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if block.text.strip():
            _block(file, block)


def _block(file: Any, block: Block) -> None:
    styles = {"heading": "Heading 2", "paragraph": "Normal", "list": "List Bullet"}
    for line in block.lines:
        said = _said(file.add_paragraph(style=styles[block.kind]), line)
        if leaves_room_to_sign(block):
            said.paragraph_format.space_after = ROOM_TO_SIGN


def _said(paragraph: Paragraph, text: str) -> Paragraph:
    """The words as they are, and read from right to left where they begin so."""
    run = paragraph.add_run(one_way(text))
    if reads_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True
    return paragraph
