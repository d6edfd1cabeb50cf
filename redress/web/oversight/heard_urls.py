"""The addresses of what residents say, below the landlord's `oversight/what-they-say`."""

from django.urls import path

from redress.web.oversight import what_they_say

urlpatterns = [
    path("", what_they_say.what_they_say, name="what-they-say"),
    path("/survey", what_they_say.survey, name="new-survey"),
    path("/survey/<int:number>", what_they_say.survey, name="survey"),
    path("/survey-file", what_they_say.survey_file, name="survey-file"),
    path("/unhappy-file", what_they_say.unhappy_file, name="unhappy-file"),
    path("/when-asked", what_they_say.when_asked, name="when-asked"),
]
