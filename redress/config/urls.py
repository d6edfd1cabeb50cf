from django.urls import include, path

urlpatterns = [path("", include("redress.web.urls"))]
