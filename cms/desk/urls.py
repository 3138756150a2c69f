from django.urls import path

from cms.desk import badges, issuer_page, lists, look, school_pages, views

urlpatterns = [
    path("", views.DeskHome.as_view(), name="desk"),
    path("schools/", lists.Schools.as_view(), name="desk-schools"),
    path("schools/new/", school_pages.NewSchool.as_view(), name="desk-school-new"),
    path("schools/<uuid:school_id>/", school_pages.SchoolOnDesk.as_view(), name="desk-school"),
    path("issuers/", lists.Issuers.as_view(), name="desk-issuers"),
    path("issuers/<uuid:issuer_id>/", issuer_page.IssuerOnDesk.as_view(), name="desk-issuer"),
    path("badges/", badges.Badges.as_view(), name="desk-badges"),
    path("badges/<uuid:achievement_id>/", badges.BadgeOnDesk.as_view(), name="desk-badge"),
    path("reports/", lists.Reports.as_view(), name="desk-reports"),
    path("audit/", views.Audit.as_view(), name="desk-audit"),
    path("self-check/", views.SelfCheck.as_view(), name="desk-self-check"),
    path("look/", look.LookPage.as_view(), name="desk-look"),
]
