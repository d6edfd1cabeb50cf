"""The addresses of the administration; the last word of each names its view and template."""

from django.urls import path

from redress.web.administration import (
    add,
    change,
    days,
    log,
    overview,
    people,
    person,
    policies,
    policy,
)

urlpatterns = [
    path("", overview.overview, name="administration"),
    path("people", people.people, name="people"),
    path("people/add", add.add, name="add"),
    path("people/<int:number>", person.person, name="person"),
    path("days", days.days, name="days"),
    path("days/change", change.change, name="change"),
    path("policies", policies.policies, name="policies"),
    path("policies/<int:number>", policy.policy, name="policy"),
    path("log", log.log, name="admin-log"),
]
