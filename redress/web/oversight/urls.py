"""The addresses of figures, packs and the overview, below the landlord's `oversight/`."""

from django.urls import path

from redress.web.oversight import figure_list, figures, overview, pack_file, packs, returns

urlpatterns = [
    path("figures", figures.figures, name="figures"),
    path("figure-list/<str:figure>", figure_list.figure_list, name="figure-list"),
    path("returns", returns.returns, name="returns"),
    path("overview", overview.overview, name="overview"),
    path("packs", packs.packs, name="packs"),
    path("packs/now/<slug:kind>", packs.pack_now, name="pack-now"),
    path("packs/<int:number>", packs.pack, name="pack"),
    path("packs/<int:number>/<slug:form>", pack_file.pack_file, name="pack-file"),
]
