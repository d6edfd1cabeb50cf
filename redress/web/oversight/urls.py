"""The addresses of figures, reports, packs and the overview, below the landlord's `oversight/`."""

from django.urls import path

from redress.web.oversight import (
    annual,
    figure_list,
    figures,
    overview,
    pack_file,
    packs,
    returns,
    runs,
    words,
)

urlpatterns = [
    path("figures", figures.figures, name="figures"),
    path("figure-list/<str:figure>", figure_list.figure_list, name="figure-list"),
    path("returns", returns.returns, name="returns"),
    path("annual/<str:year>/download/<slug:form>", annual.download, name="download"),
    path("annual/<str:year>/words", words.words, name="words"),
    path("annual/<str:year>/words/<slug:section>", words.section_words, name="section-words"),
    path("runs", runs.runs, name="runs"),
    path("runs/<int:number>", runs.run, name="run"),
    path("runs/<int:number>/file/<slug:form>", runs.run_file, name="run-file"),
    path("overview", overview.overview, name="overview"),
    path("packs", packs.packs, name="packs"),
    path("packs/now/<slug:kind>", packs.pack_now, name="pack-now"),
    path("packs/<int:number>", packs.pack, name="kept-pack"),
    path("packs/<int:number>/<slug:form>", pack_file.pack_file, name="pack-file"),
]
