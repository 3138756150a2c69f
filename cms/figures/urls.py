"""Figures of a school or an issuer, as a page and as a file."""

from django.urls import path

from cms.figures import views

urlpatterns = [
    path("figures/", views.index, name="figures"),
    path("figures/school/<uuid:school_id>/", views.of_school, name="school-figures"),
    path("figures/school/<uuid:school_id>.<str:form>", views.of_school, name="school-figures-file"),
    path("figures/issuer/<uuid:issuer_id>/", views.of_issuer, name="issuer-figures"),
    path("figures/issuer/<uuid:issuer_id>.<str:form>", views.of_issuer, name="issuer-figures-file"),
]
