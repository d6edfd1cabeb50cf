"""Finding a resident by name, phone, address, postcode or UPRN, as somebody types."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from redress.people.models import Landlord, Resident, ResidentWord
from redress.people.words import LONGEST, words

SHOWN = 8  # residents in a list to choose from
MANY = 500  # a word that more residents have is a common one
MOST_WORDS = 6
LONGEST_NUMBER = 18  # digits that a row's number may have


def index(resident: Resident) -> None:
    """Keep the words by which this resident is found, in place of those kept before."""
    ResidentWord.objects.filter(resident=resident).delete()
    ResidentWord.objects.bulk_create(
        ResidentWord(landlord_id=resident.landlord_id, word=word, resident=resident)
        for word in sorted(words_of(resident))
    )


def words_of(resident: Resident) -> set[str]:
    """The words of a resident: name, phone, e-mail address, home, postcode and UPRN."""
    home = resident.home
    place = (home.address, home.postcode, home.uprn) if home else ()
    found = {word for text in (resident.name, resident.email, *place) for word in words(text)}
    phone = "".join(words(resident.phone))[:LONGEST]  # "(020) 7946 0000" is one number
    return found | ({phone} if phone else set())


def find_residents(landlord: Landlord, text: str) -> list[Resident]:
    """Residents of this landlord who have every word typed, or one that begins with it, by name.

    At most eight. A number typed with blanks in it is found too. The rarest word is looked up and
    its residents are asked for the others, so that it costs the same however many there are.
    """
    typed = words(text)[:MOST_WORDS]
    joined = "".join(typed)[:LONGEST]
    found = _having(landlord, typed)
    if not found and len(typed) > 1 and joined.isdecimal():
        found = _having(landlord, [joined])
    return found


def resident_of(landlord: Landlord, number: str) -> Resident | None:
    """The landlord's resident with this number, as a page sent it; None for anything else."""
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        return None
    rows = Resident.objects.filter(landlord=landlord).select_related("home")
    return rows.filter(pk=int(number)).first()


def _having(landlord: Landlord, typed: list[str]) -> list[Resident]:
    if not typed:
        return []
    size = {word: _holding(landlord, word)[: MANY + 1].count() for word in typed}
    rarest = min(typed, key=lambda word: (size[word], -len(word)))
    if size[rarest] > MANY:  # words so common that the first by name soon have them all
        rows = _with_words(Resident.objects.filter(landlord=landlord), typed)
    else:
        holding = _holding(landlord, rarest).values_list("resident", flat=True)
        rows = Resident.objects.filter(pk__in=list(holding))
        rows = _with_words(rows, (word for word in typed if word != rarest))
    return list(rows.select_related("home").order_by("name", "pk")[:SHOWN])


def _holding(landlord: Landlord, word: str) -> QuerySet[ResidentWord]:
    return ResidentWord.objects.filter(_begins(word), landlord=landlord)


def _with_words(rows: QuerySet[Resident], typed: Iterable[str]) -> QuerySet[Resident]:
    for word in typed:
        has = ResidentWord.objects.filter(_begins(word), resident=OuterRef("pk"))
        rows = rows.filter(Exists(has))
    return rows


def _begins(word: str) -> Q:
    return Q(word__gte=word, word__lt=word + "\U0010ffff")
