from django.urls import include, path

handler400 = "redress.web.faults.bad_request"

urlpatterns = [path("", include("redress.web.urls"))]
