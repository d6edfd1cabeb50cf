"""Reports as files to save."""

from django.http import HttpResponse

from redress.reports.formats import FORMATS

TYPES = {name: each.content_type for name, each in FORMATS.items()}
TYPES["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attached(content: bytes, form: str, name: str) -> HttpResponse:
    """A file to save, named after what is in it and never after a person. `form` is of `TYPES`."""
    response = HttpResponse(content, content_type=TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response
