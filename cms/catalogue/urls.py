"""The catalogue and what machines read of it. None carries a language (answers.md 5)."""

from django.urls import path, re_path

from cms.catalogue import machine_views, views

urlpatterns = [
    path("catalogue/", views.catalogue, name="catalogue"),
    path("sitemap.xml", machine_views.sitemap, name="sitemap"),
    re_path(r"^sitemap-(?P<number>[1-9]\d{0,4})\.xml$", machine_views.sitemap_file, name="sitemap-file"),
    re_path(r"^feeds/(?P<name>catalogue|events)\.(?P<form>atom|rss)$", machine_views.feed, name="feed"),
    path(
        "achievements/<slug:slug>/v<int:number>/picture.png",
        machine_views.picture,
        name="achievement-picture",
    ),
    re_path(
        r"^(?P<room>clubs|issuers|paths)/(?P<slug>[-\w]{1,80})/picture\.png$",
        machine_views.entry_picture,
        name="entry-picture",
    ),
]
