"""Which language an answer is in, and where the switch leads (answers.md 5; TX-03)."""

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db
HOSTILE = [
    "//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example/", "javascript:alert(1)",
    "data:text/html,x", "///evil.example", "\\\\evil.example", "/\t/evil.example", "http:///evil.example",
    " //evil.example",
]  # fmt: skip


def choose(client, language, path, **headers):
    return client.post("/language/", {"language": language, "next": path}, headers=headers)


@pytest.mark.parametrize(
    ("cookie", "accepted", "language"),
    [
        ("", "", "pl"),
        ("", "uk-UA,uk;q=0.9", "uk"),
        ("en", "uk", "en"),
        ("xx", "de,en;q=0.5", "en"),
        ("", "de", "pl"),
    ],
)
def test_an_address_without_a_language_asks_the_cookie_then_the_browser(client, cookie, accepted, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    answer = client.get("/catalogue/", headers={"accept-language": accepted})
    assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "language", "there"),
    [
        ("/dla-szkol/", "en", "/en/for-schools/"), ("/en/for-schools/", "uk", "/uk/dlia-shkil/"), ("/", "uk", "/uk/"),
        ("/uk/dlia-shkil/", "pl", "/dla-szkol/"), ("/en/", "pl", "/"), ("/catalogue/", "en", "/catalogue/"),
        ("/verify/", "uk", "/verify/"), ("/en/", "xx", "/en/"),
    ],
)  # fmt: skip
def test_the_switch_leads_to_the_same_page(client, pages, path, language, there):
    assert choose(client, language, path)["Location"] == there


def test_the_choice_stays_on_the_account(client, teacher):
    client.force_login(teacher)
    answer = choose(client, "uk", "/catalogue/")
    teacher.refresh_from_db()
    assert teacher.language == "uk"
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME].value == "uk"


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_another_site_chooses_nothing(client, teacher, headers):
    client.force_login(teacher)
    answer = choose(client, "uk", "/", **headers)
    assert answer.status_code == 403
    teacher.refresh_from_db()
    assert teacher.language == "pl"


@pytest.mark.parametrize("path", HOSTILE)
def test_tx_03_the_switch_stays_on_the_site(client, path):
    assert choose(client, "en", path)["Location"] == "/"


@pytest.mark.parametrize("path", HOSTILE)
def test_tx_03_signing_in_stays_on_the_site(client, teacher, path):
    teacher.set_password("correct horse battery")
    teacher.save()
    answer = client.post(
        "/sign-in/password/",
        {"username": teacher.username, "password": "correct horse battery", "next": path},
    )
    assert answer.status_code == 302
    assert answer["Location"].startswith("/")
    assert not answer["Location"].startswith(("//", "/\\", "/\t"))
    assert "evil" not in answer["Location"]


@pytest.mark.parametrize(
    "path", ["/app//evil.example", "/app/?next=//evil.example", "/cms/?next=//evil.example"]
)
def test_tx_03_what_asks_to_sign_in_stays_on_the_site(client, path):
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/?next=/")
    assert not answer["Location"].startswith("/sign-in/?next=//")


@pytest.mark.parametrize(
    ("spoken", "words"), [("pl", "Wybierz polski"), ("en", "Choose Polish"), ("uk", "Обери польську")]
)
def test_the_app_answers_in_the_language_that_the_person_chose(client, teacher, spoken, words):
    """Also on a device whose cookie says another one: the app's own words are the person's."""
    teacher.language = spoken
    teacher.save()
    client.force_login(teacher)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "uk" if spoken != "uk" else "pl"
    answer = client.post(
        "/graphql/",
        {"query": 'mutation { changeMySettings(language: "xx") { errors { message } } }'},
        content_type="application/json",
    )
    assert answer["Content-Language"] == spoken
    [problem] = answer.json()["data"]["changeMySettings"]["errors"]
    assert problem["message"].startswith(words)
