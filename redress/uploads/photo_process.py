"""Makes a photo anew: run as a program of its own, with little memory and little time.

    python photo_process.py SOURCE PHOTO SMALL

writes the photo without what the camera noted (place, maker, serial number), upright, and at most
4,000 pixels long, and a small copy of it. Prints the format it wrote. Ends with 3 where the picture
is too large, with 4 where it cannot be read. A fault in a decoder ends this process and no other.
"""

import resource
import sys
import warnings

MEMORY = 256 * 1024 * 1024  # bytes
SECONDS = 5  # of the processor
LONGEST_EDGE, SMALL_EDGE = 4_000, 320  # pixels
MOST_PIXELS = 50_000_000  # the largest photo of a usual phone
TOO_LARGE, UNREADABLE = 3, 4


def main(source: str, photo: str, small: str) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    from PIL import Image

    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(source, formats=("JPEG", "PNG", "WEBP", "GIF")) as image:
            print(_made_anew(image, photo, small))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return TOO_LARGE
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError):
        return UNREADABLE
    return 0


def _made_anew(image, photo: str, small: str) -> str:  # type: ignore[no-untyped-def]
    """Write both copies, the small one last. A photo stays a JPEG; anything else becomes a PNG."""
    from PIL import ImageOps

    is_photo = image.format == "JPEG"
    times = max(1.0, max(image.size) / LONGEST_EDGE)
    image.draft("RGB", [int(edge / times) for edge in image.size])  # read at a fraction
    turn = image.getexif().get(0x0112, 1)
    plain = image.convert("RGB" if is_photo or not _see_through(image) else "RGBA")
    plain.thumbnail((LONGEST_EDGE, LONGEST_EDGE), reducing_gap=2.0)
    plain.getexif().clear()
    plain.getexif()[0x0112] = turn
    plain = ImageOps.exif_transpose(plain)
    plain.info.clear()
    if is_photo:
        plain.save(photo, "JPEG", quality=88, exif=b"")
    else:
        plain.save(photo, "PNG", exif=b"")
    plain.thumbnail((SMALL_EDGE, SMALL_EDGE))
    plain.convert("RGB").save(small, "JPEG", quality=75, exif=b"")
    return "JPEG" if is_photo else "PNG"


def _see_through(image) -> bool:  # type: ignore[no-untyped-def]
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
