"""The addresses of learning. The last word of each is the name of its view's file and template."""

from django.urls import path

from redress.web.oversight.learning import (
    add_improvement,
    change_improvement,
    improvement,
    improvements,
    panel,
    panel_case,
    panel_pack,
    panel_print,
    quality,
    sample,
    score,
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
    path("quality", quality.quality, name="quality"),
    path("quality/<int:number>/sample", sample.sample, name="sample"),
    path("quality/<int:number>/<int:place>/score", score.score, name="score"),
    path("panel", panel.panel, name="panel"),
    path("panel/<int:number>/panel-pack", panel_pack.panel_pack, name="panel-pack"),
    path("panel/<int:number>/<int:place>/panel-case", panel_case.panel_case, name="panel-case"),
    path("panel/<int:number>/panel-print", panel_print.panel_print, name="panel-print"),
]
