"""The first page of all that a landlord has published, made anew whenever something is added."""

from redress.people.models import Landlord
from redress.publishing.reading import listed, published
from redress.publishing.render import SiteFile, assets, page
from redress.publishing.site import FIRST, PAGES, common


def front(landlord: Landlord) -> tuple[SiteFile, ...]:
    """The page that lists the editions, and what it links to."""
    context = {
        **common(landlord),
        "title": "Complaints",
        "cards": PAGES,
        "editions": listed(published(landlord)),
    }
    return page(FIRST, context, "editions.html"), *assets()
