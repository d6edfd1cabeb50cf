"""What a request may bring in files, before anything of it is read."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class WholeRequest(FileUploadHandler):
    """Refuses a request that is too large as a whole, by the length that it states. The server
    reads no further than that. It keeps nothing itself: the handlers after it do."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        if content_length > settings.MOST_REQUEST_BYTES:
            raise RequestDataTooBig("the request is larger than MOST_REQUEST_BYTES")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
