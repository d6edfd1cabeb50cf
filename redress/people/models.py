"""People and places. Every table that holds a landlord's data carries that landlord."""

from dataclasses import fields

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from pydantic import TypeAdapter

from redress.people.needs_models import Disability, NeedsEntry
from redress.rules.access import Role
from redress.rules.facts import Tenure
from redress.rules.facts_conduct import RestrictionFacts
from redress.rules.needs import AdjustmentFacts, Needs
from redress.rules.sending import Format, Reach, Way, way_to, ways_of

__all__ = ["Disability", "NeedsEntry"]  # tables of this app that lie in a file of their own

_adjustments = TypeAdapter(tuple[AdjustmentFacts, ...])
_needs = TypeAdapter(Needs)
_restrictions = TypeAdapter(tuple[RestrictionFacts, ...])
NEEDS = [field.name for field in fields(Needs)]


class Landlord(models.Model):
    """A social landlord. `slug` is its address on this site and the folder of its policies."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    reference_prefix = models.CharField(max_length=6, unique=True)
    homes = models.PositiveIntegerField(null=True, blank=True)  # for figures per 1,000 homes
    contact = models.CharField(max_length=300, default="")  # printed in letters
    next_number = models.PositiveIntegerField(default=1)  # of the next case reference
    book_version = models.CharField(max_length=32, blank=True, default="")  # see cases.book
    demonstration = models.BooleanField(default=False)  # every page says that all is invented

    def __str__(self) -> str:
        return self.name


class HomesCount(models.Model):
    """How many homes of a tenure group ("lcra", "lcho") a landlord had on a day, and who says so:
    what the regulator's measures are relative to."""

    landlord = models.ForeignKey(Landlord, on_delete=models.CASCADE)
    group = models.CharField(max_length=10)
    homes = models.PositiveIntegerField()
    counted_on = models.DateField()
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["landlord", "group", "counted_on"], name="homes_counted_once_a_day"
            )
        ]


class Organisation(models.Model):
    """Whom staff work for: the landlord itself, its council, a contractor."""

    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A team of an organisation."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="one_team_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class Users(BaseUserManager["User"]):
    """Makes users; the password is hashed."""

    def create_user(self, email: str, name: str, password: str) -> "User":
        """A new user who can sign in with `email` (any case) and `password`."""
        user = self.model(email=email.lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who can sign in. What they may do is said by their memberships alone."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    open_since = models.DateTimeField(default=timezone.now)  # made, or opened again
    shortcuts = models.BooleanField(default=True)  # whether single keys open pages for them

    objects = Users()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A role that a user holds for a landlord, on behalf of a team. One row a role."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    landlord = models.ForeignKey(Landlord, on_delete=models.CASCADE)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True)
    role = models.CharField(max_length=30, choices=[(role.value, role.value) for role in Role])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "landlord", "role"], name="a_role_once")
        ]


class Cover(models.Model):
    """While somebody is away, from the first to the last day, another signs for them."""

    landlord = models.ForeignKey(Landlord, on_delete=models.CASCADE)
    absent = models.ForeignKey(User, on_delete=models.CASCADE, related_name="absences")
    covered_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="covers")
    from_on = models.DateField()
    to_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["landlord", "absent", "covered_by", "from_on", "to_on"], name="a_cover_once"
            ),
            models.CheckConstraint(
                condition=models.Q(to_on__gte=models.F("from_on")),
                name="cover_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(fields=["landlord", "covered_by", "to_on"], name="covers_of_a_person")
        ]


class Training(models.Model):
    """When somebody was last trained in handling complaints for a landlord, and is to be again."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="trainings")
    landlord = models.ForeignKey(Landlord, on_delete=models.CASCADE)
    trained_on = models.DateField()
    refresher_due = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "landlord"], name="a_training_once")]


class AdminEntry(models.Model):
    """A line of the administration log: who changed what, and when. Never changed or deleted.

    `what` is a word of `people.admin_log.WHAT`, `about` whom or what it concerns, `details` what
    was and what is. `by` is a name: the number may be of somebody long gone.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True, blank=True)
    by_name = models.CharField(max_length=120)
    what = models.CharField(max_length=40)
    about = models.CharField(max_length=200)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["landlord", "-id"], name="admin_log_newest_first")]


class ProclaimedDay(models.Model):
    """A bank holiday of a division proclaimed since the calendars were made, or moved away."""

    division = models.CharField(max_length=20)
    date = models.DateField()
    why = models.CharField(max_length=200)
    kept = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["division", "date"], name="a_proclaimed_day_once")
        ]


class ClosureDay(models.Model):
    """A day on which a landlord is closed: it moves its own promises, never the Code limit."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    date = models.DateField()
    why = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "date"], name="a_closure_day_once")
        ]


class PolicyVersion(models.Model):
    """A version of a landlord's policy given in the browser: a draft, then published.

    `text` is the file as it was uploaded, `digest` its SHA-256. A published version that has
    started is never changed or taken away: cases are pinned to it.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    starts = models.DateField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.CharField(max_length=120)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "starts"], name="a_start_date_once")
        ]


class StationeryVersion(models.Model):
    """A version of what letters are made with, given in the browser: see `cases.stationery`.

    `sort` says what it is, `name` the kind of letter, or the name in the list of passages or
    contacts. `content` is as `rules.stationery` has it; an empty one puts it out of use. `digest`
    is its SHA-256. A draft is published once, and is then never changed.
    """

    SORTS = ("wording", "passage", "contact")

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    sort = models.CharField(max_length=10, choices=[(sort, sort) for sort in SORTS])
    name = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    starts = models.DateField(null=True, blank=True)  # of contacts; else from its publication
    content = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=120)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["landlord", "sort", "name", "number"], name="a_stationery_number_once"
            ),
            models.UniqueConstraint(
                fields=["landlord", "sort", "name"],
                condition=models.Q(published_at__isnull=True),
                name="one_stationery_draft",
            ),
        ]


class Home(models.Model):
    """A home or block, as the housing system knows it."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    uprn = models.CharField(max_length=12, blank=True, default="")
    address = models.CharField(max_length=300)
    postcode = models.CharField(max_length=10, blank=True, default="")
    ward = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["landlord", "postcode"], name="home_by_postcode")]

    def __str__(self) -> str:
        return self.address


class Resident(models.Model):
    """A person who complains, or may. Tenure here is today's; a case keeps it as at receipt.

    What they need stands in the columns of `rules.needs.Needs`, and `adjustments` are the facts of
    that name; `people.needs` writes them and keeps the history. `needs_asked_on` is when they were
    last asked, and `adjustment_due` the next day on which an adjustment is to be looked at.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    home = models.ForeignKey(Home, on_delete=models.PROTECT, null=True, blank=True)
    tenure = models.CharField(
        max_length=20, blank=True, default="", choices=[(t.value, t.value) for t in Tenure]
    )
    needs = models.CharField(max_length=500, blank=True, default="")
    # How to write to them (`rules.sending`): what they asked for, and what must never be used.
    write_by = models.CharField(
        max_length=10, blank=True, default="", choices=[(way.value, way.value) for way in Way]
    )
    never_by = models.JSONField(default=list, blank=True)
    formats = models.JSONField(default=list, blank=True)
    format_other = models.CharField(max_length=200, blank=True, default="")
    language = models.CharField(max_length=60, blank=True, default="")  # other than English
    interpreter = models.CharField(max_length=200, blank=True, default="")
    safe = models.CharField(max_length=500, blank=True, default="")
    unsafe = models.CharField(max_length=500, blank=True, default="")
    needs_asked_on = models.DateField(null=True, blank=True)
    adjustments = models.JSONField(default=list, blank=True)
    adjustment_due = models.DateField(null=True, blank=True)
    restrictions = models.JSONField(default=dict, blank=True)  # by case: `cases.store` keeps them

    class Meta:
        indexes = [
            models.Index(fields=["landlord", "name"], name="resident_by_name"),
            models.Index(
                fields=["landlord", "adjustment_due", "id"],
                name="adjustments_due",
                condition=models.Q(adjustment_due__isnull=False),
            ),
            models.Index("landlord", Lower("email"), name="resident_by_email"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reach(self) -> Reach:
        """How they can be written to, for `rules.sending`."""
        return Reach(
            prefers=Way(self.write_by) if self.write_by else None,
            never=ways_of(self.never_by),
            email=self.email,
            address=self.home.address if self.home else "",
            formats=frozenset(Format(word) for word in self.formats),
        )

    @property
    def what_they_need(self) -> Needs:
        """How to reach them and what they need, as values."""
        columns = {name: getattr(self, name) for name in NEEDS}
        return _needs.validate_python({**columns, "write_by": self.write_by or None})

    @property
    def agreed(self) -> tuple[AdjustmentFacts, ...]:
        """The adjustments agreed with them, those that ended too, in the order agreed."""
        return _adjustments.validate_python(self.adjustments)

    @property
    def restricted(self) -> tuple[RestrictionFacts, ...]:
        """The restrictions of their contact that hold, in whichever case each was decided."""
        return _restrictions.validate_python(tuple(self.restrictions.values()))

    @property
    def large_print(self) -> bool:
        """Whether they need letters in large print."""
        return Format.LARGE_PRINT.value in self.formats

    @property
    def way(self) -> Way:
        """How a letter goes to them."""
        return way_to(self.reach)


class Contributor(models.Model):
    """Somebody of another service or a contractor who is asked for comments on complaints.

    They have no account. `manager_email` is whom a late answer is taken to. One who is no longer
    asked is retired, not deleted: cases keep the name and address they were asked by.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    name = models.CharField(max_length=100)
    organisation = models.CharField(max_length=200)  # the service or firm
    email = models.EmailField()
    manager_email = models.EmailField(blank=True, default="")
    retired = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["landlord", "email"],
                condition=models.Q(retired=False),
                name="a_contributor_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}"


class Member(models.Model):
    """An MP or a councillor of a landlord's area, from a day to a day, both included.

    `area` is the constituency or the ward. One who has left stays: cases name them.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=[(k, k) for k in ("mp", "councillor")])
    area = models.CharField(max_length=120)
    address = models.CharField(max_length=400, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["landlord", "area"], name="members_of_an_area")]

    def __str__(self) -> str:
        return f"{self.name}, {self.office}"

    @property
    def office(self) -> str:
        """What they are and for where: "councillor for Mile End"."""
        return f"{'MP' if self.kind == 'mp' else 'councillor'} for {self.area}"


class ElectionPeriod(models.Model):
    """The days before an election, both included, in which enquiries are watched: nothing in our
    answers may favour anybody who stands."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    name = models.CharField(max_length=120)
    from_on = models.DateField()
    to_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_on__gte=models.F("from_on")),
                name="election_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["landlord", "to_on"], name="elections_of_landlord")]


class ResidentWord(models.Model):
    """One word by which a resident is found: `people.lookup` writes and reads them."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    word = models.CharField(max_length=40)
    resident = models.ForeignKey(Resident, on_delete=models.CASCADE, db_index=False)

    class Meta:
        indexes = [models.Index(fields=["resident", "word"], name="words_of_resident")]
        constraints = [
            models.UniqueConstraint(fields=["landlord", "word", "resident"], name="a_name_once")
        ]
