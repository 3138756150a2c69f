"""What the public reads of an issuer, in three languages, and of a badge whose issuer does not stand any more."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from credentials.models import Issuer
from credentials.selectors.issuer_pages import issuer_page
from credentials.services import accrediting
from credentials.services.awarding import award, release
from credentials.services.issuing import issue_batch
from credentials.services.sharing import share
from tests.credentials.issuers.conftest import NOW
from tests.factories import AchievementFactory, three

pytestmark = pytest.mark.django_db


def page(client, path, language):
    return client.get(path, headers={"Accept-Language": language}).content.decode()


@pytest.mark.parametrize(
    ("language", "since", "checked", "until"),
    [
        ("pl", "Akredytowany od 20 listopada 2026.", "Dostępność dla wszystkich", "od 1 listopada 2026 do 31 października 2028"),
        ("en", "Accredited since 20 November 2026.", "Accessible to everybody", "from 1 November 2026 to 31 October 2028"),
        ("uk", "Акредитований з 20 листопада 2026.", "Доступно для всіх", "від 1 листопада 2026 до 31 жовтня 2028"),
    ],
)  # fmt: skip
def test_an_accredited_issuer_says_everything_in_each_language(
    accredited, client, language, since, checked, until
):
    text = page(client, f"/issuers/{accredited.slug}/", language)

    assert since in text
    assert checked in text
    assert until in text
    for words in (
        "ORE/2026/7",
        "biuro@example.org",
        "https://example.org",
        "did:web:localhost%3A8000:issuers:fundacja",
    ):
        assert words in text
    assert three("Rada programowa")[language] in text


def test_a_suspension_stands_on_the_page_with_its_reason_and_the_course_of_applications_does_not(
    accredited, operator, client
):
    accrediting.suspend(
        accredited, actor=operator, now=NOW + timedelta(days=2), reason="Skargi <b>uczniów</b>"
    )
    text = page(client, f"/issuers/{accredited.slug}/", "en")

    assert "Suspended since 22 November 2026." in text
    assert "Badges awarded before stay valid." in text
    assert "Skargi &lt;b&gt;uczniów&lt;/b&gt;" in text
    assert text.index("Suspended</strong>") < text.index("Accredited, and an agreement was signed</strong>")
    assert "The application was sent" not in text
    assert "Odpowiedź" not in text


def test_a_page_of_an_issuer_costs_the_same_few_queries(accredited, django_assert_num_queries):
    for number in range(5):
        AchievementFactory(slug=f"m{number}", kind="microcredential", issuer=accredited)
    issuer = Issuer.objects.select_related("group").get()
    with django_assert_num_queries(3):
        assert len(issuer_page(issuer).cards) == 5


def test_a_badge_says_how_its_issuer_stood_then_and_stands_now(issuer, class_2b, operator, client, settings):
    micro = AchievementFactory(slug="mikro", kind="microcredential", issuer=issuer)
    given = award(micro, class_2b.students[:1], actor=class_2b.teacher, group=class_2b.group, language="en")
    now = timezone.now()
    release(given.batch, actor=class_2b.teacher, now=now)
    issue_batch(given.batch, now=timezone.now())
    (credential,) = given.credentials
    credential.refresh_from_db()
    shared = share(
        credential, owner=credential.recipient, shown_name="initials", with_place=False, days=7, now=now
    )
    assert "has been suspended since" not in page(client, shared.address, "en")
    accrediting.suspend(issuer, actor=operator, now=now, reason="Skargi")

    note = "When this badge was awarded, its issuer was accredited. The issuer has been suspended since."
    checked = client.post(
        "/verify/", {"badge": shared.address}, headers={"Accept-Language": "en"}
    ).content.decode()
    assert note in checked
    assert "This badge is real and valid." in checked
    described = page(client, "/achievements/mikro/v1", "en")
    assert "Suspended since" in described
    # The words of a version are remembered for a minute.
    cache.clear()
    assert note in page(client, shared.address, "en")
    accrediting.withdraw_accreditation(issuer, actor=operator, now=now, reason="Koniec")
    cache.clear()
    assert "The issuer is not accredited any more." in page(client, shared.address, "en")
