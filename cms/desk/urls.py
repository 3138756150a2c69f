from django.urls import path

from cms.desk import lists, look, views

urlpatterns = [
    path("", views.DeskHome.as_view(), name="desk"),
    path("schools/", lists.Schools.as_view(), name="desk-schools"),
    path("issuers/", lists.Issuers.as_view(), name="desk-issuers"),
    path("reports/", lists.Reports.as_view(), name="desk-reports"),
    path("audit/", views.Audit.as_view(), name="desk-audit"),
    path("self-check/", views.SelfCheck.as_view(), name="desk-self-check"),
    path("look/", look.LookPage.as_view(), name="desk-look"),
]
