"""The addresses of packs and of the overview, below the landlord's `oversight/`."""

from django.urls import path

from redress.web.oversight import overview, packs

urlpatterns = [
    path("overview", overview.overview, name="overview"),
    path("packs", packs.packs, name="packs"),
    path("packs/now/<slug:kind>", packs.pack_now, name="pack-now"),
    path("packs/<int:number>", packs.pack, name="pack"),
]
