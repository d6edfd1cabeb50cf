"""The addresses of learning. The last word of each is the name of its view's file and template."""

from django.urls import path

from redress.web.oversight.learning import (
    add_improvement,
    change_improvement,
    improvement,
    improvements,
)

urlpatterns = [
    path("improvements", improvements.improvements, name="improvements"),
    path("improvements/add-improvement", add_improvement.add_improvement, name="add-improvement"),
    path("improvement/<int:number>", improvement.improvement, name="improvement"),
    path(
        "improvement/<int:number>/change-improvement",
        change_improvement.change_improvement,
        name="change-improvement",
    ),
]
