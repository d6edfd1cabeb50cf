"""Makes the annual report in one form in a program of its own, so that its memory is known: prints
JSON.

    python -m bench.making_report FORM

The database is the environment's. `before_mib` is the most memory used up to the making.
"""

import json
import sys
import time

from bench.importing import peak
from bench.reporting import AS_AT, YEAR
from redress.commands import setup_django


def main(form: str) -> None:
    """Make it once, from the store to the file."""
    setup_django()
    from redress.people.landlords import landlord_named
    from redress.reports.annual import annual
    from redress.reports.annual_formats import made

    landlord = landlord_named("harrow")
    before, began = peak(), time.perf_counter()
    made(annual(landlord, YEAR, AS_AT), form)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "before_mib": before, "peak_mib": peak()}))


if __name__ == "__main__":
    main(sys.argv[1])
