"""The addresses of the administration; the last word of each names its view and template."""

from django.urls import path

from redress.web.administration import (
    add,
    change,
    contact,
    contacts,
    days,
    elections,
    erasing,
    homes,
    log,
    members,
    overview,
    passage,
    passages,
    people,
    person,
    policies,
    policy,
    retention,
    team,
    teams,
    wording,
    wording_version,
    wordings,
)

urlpatterns = [
    path("", overview.overview, name="administration"),
    path("people", people.people, name="people"),
    path("people/add", add.add, name="add"),
    path("people/<int:number>", person.person, name="person"),
    path("teams", teams.teams, name="teams"),
    path("teams/<int:number>", team.team, name="team"),
    path("homes", homes.homes, name="homes"),
    path("days", days.days, name="days"),
    path("days/change", change.change, name="change"),
    path("policies", policies.policies, name="policies"),
    path("policies/<int:number>", policy.policy, name="policy"),
    path("wordings", wordings.wordings, name="wordings"),
    path("wordings/<slug:kind>", wording.wording, name="wording"),
    path(
        "wordings/<slug:kind>/<int:number>", wording_version.wording_version, name="wording-version"
    ),
    path(
        "wordings/<slug:kind>/<int:number>/paper",
        wording_version.wording_paper,
        name="wording-paper",
    ),
    path("passages", passages.passages, name="passages"),
    path("passages/<slug:name>", passage.passage, name="passage"),
    path("contacts", contacts.contacts, name="contacts"),
    path("contacts/<slug:name>", contact.contact, name="contact"),
    path("members", members.members, name="members"),
    path("elections", elections.elections, name="elections"),
    path("members/<int:number>", members.member, name="member"),
    path("retention", retention.retention, name="retention"),
    path("retention/<int:number>", erasing.erasing, name="erasing"),
    path("log", log.log, name="admin-log"),
]
