"""The doorways of people. Addresses that stand in a QR code carry no language (answers.md 5)."""

from django.urls import path

from people.views import (
    by_card,
    by_name,
    consent,
    first_notice,
    handover,
    joining,
    leaving,
    rules,
    visitor_report,
)

urlpatterns = [
    path("sign-in/", by_card.by_code, name="sign-in"),
    path("sign-in/pin/", by_card.pin, name="sign-in-pin"),
    path("sign-in/name/", by_name.name, name="sign-in-name"),
    path("sign-in/password/", by_name.password, name="sign-in-password"),
    path("sign-in/code/", by_name.second_factor, name="sign-in-code"),
    path("sign-in/notice/", first_notice.first_notice, name="first-notice"),
    path("account/take-over/", handover.take_over, name="take-over"),
    path("sign-out/", leaving.sign_out, name="sign-out"),
    path("s/<str:token>", by_card.by_token, name="card"),
    path("j/<str:secret>", joining.join, name="invitation"),
    path("consent/<str:secret>", consent.consent, name="consent"),
    path("rules/", rules.rules, name="rules"),
    path("report/<str:token>", visitor_report.report, name="report"),
]
