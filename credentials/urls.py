"""The doorways of credentials (architecture.md §10). None carries a language: they stand in documents and
codes.
"""

from django.urls import path, re_path

from credentials.views import (
    achievements,
    claim,
    claim_sheet,
    credentials,
    drafts,
    issuers,
    offer,
    offer_lists,
    offer_slips,
    pictures,
    uploads,
    verify,
)

urlpatterns = [
    path("credentials/<uuid:credential_id>", credentials.credential, name="credential"),
    path("credentials/<uuid:credential_id>.json", credentials.as_json, name="credential-json"),
    path("credentials/<uuid:credential_id>.png", credentials.as_png, name="credential-png"),
    path("credentials/<uuid:credential_id>.svg", credentials.as_svg, name="credential-svg"),
    path("credentials/<uuid:credential_id>.jwt", credentials.as_jwt, name="credential-jwt"),
    path("credentials/<uuid:credential_id>.pdf", credentials.as_pdf, name="credential-pdf"),
    path("c/", claim.typed, name="claim-typed"),
    path("c/<str:code>", claim.claim, name="claim"),
    path("c/<str:code>/account", claim.account, name="claim-account"),
    path("o/<str:secret>", offer.offer, name="offer"),
    path("o/<str:secret>/account", offer.account, name="offer-account"),
    path("o/<str:secret>/quiet", offer.quiet, name="offer-quiet"),
    path("offers/", offer_lists.offer_list, name="offer-list"),
    path("offers/<uuid:wave>/print", offer_slips.offer_slips, name="offer-slips"),
    path("codes/<uuid:sheet>/print", claim_sheet.claim_sheet, name="claim-sheet"),
    path("verify/", verify.verify, name="verify"),
    path("verify/<str:secret>", verify.answer, name="verify-answer"),
    path("achievements/drafts/<uuid:draft_id>", drafts.preview, name="achievement-draft"),
    re_path(
        r"^achievements/drawings/(?P<key>[a-z0-9._-]{1,200})\.svg$",
        drafts.drawing,
        name="achievement-drawing",
    ),
    path("achievements/<slug:slug>/", achievements.current, name="achievement"),
    path("achievements/<slug:slug>/v<int:number>", achievements.version, name="achievement-version"),
    path(
        "achievements/<slug:slug>/v<int:number>/endorsements/<uuid:endorsement_id>",
        achievements.endorsement,
        name="achievement-endorsement",
    ),
    path("issuers/<slug:slug>/", issuers.issuer, name="issuer"),
    path("issuers/<slug:slug>/did.json", issuers.issuer_did_document, name="issuer-did"),
    path("clubs/<uuid:club_id>/did.json", issuers.club_did_document, name="club-did"),
    path(".well-known/did.json", issuers.portal_did_document, name="portal-did"),
    path("status/<uuid:list_id>", issuers.status_list, name="status-list"),
    re_path(r"^media/badges/(?P<key>[a-z0-9._-]{1,200})\.svg$", pictures.drawing, name="badge-drawing"),
    re_path(
        r"^media/badges/(?P<key>[a-z0-9._-]{1,200})@(?P<size>\d{1,4})\.png$",
        pictures.raster,
        name="badge-picture",
    ),
    path("uploads/", uploads.upload, name="upload"),
    path("media/<uuid:upload_id>", uploads.media, name="media"),
]
