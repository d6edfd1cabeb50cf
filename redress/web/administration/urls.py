"""The addresses of the administration; the last word of each names its view and template."""

from django.urls import path

from redress.web.administration import add, log, overview, people, person

urlpatterns = [
    path("", overview.overview, name="administration"),
    path("people", people.people, name="people"),
    path("people/add", add.add, name="add"),
    path("people/<int:number>", person.person, name="person"),
    path("log", log.log, name="admin-log"),
]
