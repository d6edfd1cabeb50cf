"""The addresses of the register of the Ombudsman's cases, below `oversight/ombudsman`."""

from django.urls import path

from redress.web.oversight import ombudsman, ombudsman_evidence

urlpatterns = [
    path("", ombudsman.ombudsman, name="ombudsman"),
    path("/new", ombudsman.ombudsman_change, name="ombudsman-new"),
    path("/<int:number>", ombudsman.ombudsman_case, name="ombudsman-case"),
    path("/<int:number>/change", ombudsman.ombudsman_change, name="ombudsman-change"),
    path("/<int:number>/asked", ombudsman.ombudsman_duty, name="ombudsman-new-duty"),
    path("/<int:number>/asked/<int:duty>", ombudsman.ombudsman_duty, name="ombudsman-duty"),
    path(
        "/<int:number>/evidence",
        ombudsman_evidence.ombudsman_evidence,
        name="ombudsman-evidence",
    ),
    path("/year/<str:year>", ombudsman.ombudsman_year, name="ombudsman-year"),
]
