"""Why a file is not kept, in words for staff and residents alike: what is wrong, what to do."""

FILE_WORDS: dict[str, tuple[str, str]] = {
    "file_empty": ("There is nothing in this file.", "Look whether it opens, and choose it again."),
    "file_too_large": ("This file is too large to keep.", "Send it in parts, or ask for help."),
    "file_case_full": (
        "The files of this case have no more room.",
        "Note where it is kept instead.",
    ),
    "file_too_many": ("More than 25 files came at once.", "Send the others in another form."),
    "file_no_room": ("We could not save this file just now.", "Try again later."),
    "file_again": ("The case has this very file already.", "There is no need to send it again."),
    "file_infected": (
        "There is a virus in this file.",
        "Do not open it, and tell whoever looks after your computer.",
    ),
    "file_kind": (
        "We cannot keep this kind of file.",
        "Save it as a PDF, a photo or a text, and send that.",
    ),
    "file_program": ("This is a program.", "Send the document or the photo itself."),
    "file_program_within": (
        "There is a program or a packed file inside this document.",
        "Save it as a PDF and send that.",
    ),
    "file_web_page": ("This is a web page.", "Print it to a PDF and send that."),
    "file_drawing": ("This drawing can hold a program.", "Save it as a PNG or a PDF."),
    "file_packed": ("This is a packed folder.", "Unpack it and send the files in it."),
    "file_bomb": (
        "This file unpacks to far more than it seems.",
        "Save it as a PDF and send that.",
    ),
    "file_macros": ("There are macros in this document.", "Save it without macros, or as a PDF."),
    "file_locked": ("This file is locked with a password.", "Send it without the password."),
    "file_old_office": (
        "This document is of an old kind that can hold programs.",
        "Save it as DOCX, XLSX or PDF and send that.",
    ),
    "file_broken": (
        "This file is damaged, or is not what its name says.",
        "Look whether it opens, and send it again.",
    ),
    "file_pixels": (
        "This picture has too many dots for us to read.",
        "Make it smaller, below 50 million dots, and send it again.",
    ),
}
