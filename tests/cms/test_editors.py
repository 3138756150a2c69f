"""What an editor reaches at `/cms/`: pages and pictures, and nobody's name (AC-07)."""

import re
from base64 import b64encode
from hashlib import sha256
from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Drawing
from wagtail.blocks import StructBlockValidationError
from wagtail.images import get_image_model

from cms.blocks import PictureBlock
from cms.models import HomePage, NewsIndexPage, StandardPage
from cms.services.editors import make_editor
from tests.cms.page_factories import StandardPageFactory, home

pytestmark = pytest.mark.django_db
CANARY = "Kanarek"
LINK = re.compile(
    r'(?:href|action|src|data-[\w-]*url[\w-]*)="(/cms/[^"#]*)"|"(?:url|action|href)":\s*"(/cms/[^"#]*)"'
)
# By hand: what the admin does not link to, or only for others.
GUESSES = [
    "/cms/users/", "/cms/users/1/", "/cms/users/new/", "/cms/groups/", "/cms/groups/1/", "/cms/sites/",
    "/cms/redirects/",
    "/cms/settings/", "/cms/password_reset/", "/cms/documents/", "/cms/documents/chooser/", "/cms/embeds/chooser/",
    "/cms/workflows/list/", "/cms/workflows/tasks/index/", "/cms/locales/", "/cms/reports/site-history/",
    "/cms/reports/site-history/?export=csv", "/cms/reports/locked/", "/cms/reports/locked/?export=xlsx",
    "/cms/reports/aging-pages/", "/cms/reports/aging-pages/?export=csv", "/cms/reports/page-types-usage/",
    "/cms/reports/workflow/", "/cms/collections/", "/cms/images/", "/cms/images/chooser/", "/cms/choose-page/",
    "/cms/pages/", "/cms/pages/filters/", "/cms/account/", "/cms/api/main/pages/", "/cms/api/main/images/",
    "/cms/api/main/users/", "/cms/snippets/", "/cms/snippets/people/user/", "/cms/snippets/choose/people/user/",
    "/cms/bulk/people/user/delete/?id=1", "/cms/bulk/people/user/assign_role/?id=1", "/cms/tag-autocomplete/?term=a",
    "/cms/tag-autocomplete/people/user/?term=a", "/cms/reference-index/", "/cms/modeladmin/", "/cms/people/user/",
]  # fmt: skip
CLOSED = [
    "users", "groups", "sites", "documents", "password_reset", "embeds", "workflows",
    *(f"bulk/people/user/{act}" for act in ("delete", "assign_role", "set_active_state")),
]  # fmt: skip


@pytest.fixture
def desk(client, pages, db):
    """The admin, open to an editor made as the command makes one."""
    client.force_login(make_editor("ed", "correct horse battery"))
    return client


# Wagtail Localize lists its own rows in no order; what of ours has none is still told.
@pytest.mark.filterwarnings("ignore:.*wagtail_localize:django.core.paginator.UnorderedObjectListWarning")
def test_ac_07_an_editor_meets_nobody_in_the_admin(desk, class_2b, class_1a, leader, operator):
    """Follows every link of the admin from its home, and guesses the rest: no canary, and nothing breaks."""
    seen, open_links = set(), ["/cms/", *GUESSES]
    for page in (HomePage.objects.first(), StandardPage.objects.first()):
        open_links += [
            f"/cms/pages/{page.pk}/{part}/"
            for part in ("edit", "history", "copy", "privacy", "usage", "delete")
        ]
        open_links += [f"/cms/pages/{page.pk}/revisions/compare/earliest...latest/"]
    names = [CANARY, class_2b.teacher.username, class_1a.teacher.username, leader.username, "Uczy-2b"]
    while open_links and len(seen) < 400:
        link = open_links.pop()
        if link in seen or "logout" in link or "jsi18n" in link:
            continue
        seen.add(link)
        answer = desk.get(link)
        assert answer.status_code < 500, link
        text = answer.getvalue().decode(errors="replace")
        for name in names:
            assert name not in text, (link, name)
        open_links += [one.replace("&amp;", "&") for pair in LINK.findall(text) for one in pair if one]
    assert len(seen) > 80


@pytest.mark.parametrize("part", CLOSED)
def test_ac_07_closed_parts_answer_to_nobody(desk, client, operator, part):
    assert desk.get(f"/cms/{part}/").status_code == 404
    client.force_login(operator)
    assert client.get(f"/cms/{part}/").status_code == 404


def test_tx_02_what_the_admin_exports_is_calculated_by_no_spreadsheet(desk):
    StandardPageFactory(parent=home("pl"), title='=HYPERLINK("https://evil.example")', slug="tabela")
    table = desk.get("/cms/reports/site-history/?export=csv").getvalue().decode()
    assert "'=HYPERLINK" in table
    assert not re.search(r'(?m)(?:^|,)"?=', table)


@pytest.mark.parametrize("who", ["teacher", "pa1", "leader"])
def test_others_do_not_reach_the_admin(client, pages, request, who):
    client.force_login(request.getfixturevalue(who))
    answer = client.get("/cms/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


def test_a_visitor_signs_in_at_the_portals_own_door(client, pages):
    assert client.get("/cms/")["Location"].startswith("/sign-in/?next=/cms/")
    assert client.get("/cms/login/")["Location"] == "/sign-in/?next=/cms/"


def write_about_the_council(browser):
    home = HomePage.objects.get(locale__language_code="pl")
    return browser.post(
        f"/cms/pages/add/cms/standardpage/{home.pk}/",
        {
            "title": "Rada uczniów", "slug": "rada-uczniow", "lead": "O radzie.", "action-publish": "1",
            "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "heading", "body-0-id": "",
            "body-0-value": "Kto do niej należy",
        },
    )  # fmt: skip


def test_who_may_publish_publishes(desk, client):
    client.force_login(make_editor("chief", "correct horse battery", publishes=True))
    assert write_about_the_council(client).status_code == 302
    assert "Kto do niej należy" in client.get("/rada-uczniow/").content.decode()


def test_an_editor_alone_publishes_nothing(desk):
    write_about_the_council(desk)
    assert not StandardPage.objects.get(slug="rada-uczniow").live
    assert desk.get("/rada-uczniow/").status_code == 404


def test_the_front_page_of_the_admin_leads_to_nothing_that_is_closed(desk):
    text = desk.get("/cms/").content.decode()
    assert "/cms/images/" in text
    assert "/cms/documents/" not in text


def test_a_reserved_address_is_refused_in_words(desk):
    home = HomePage.objects.get(locale__language_code="pl")
    answer = desk.post(
        f"/cms/pages/add/cms/standardpage/{home.pk}/",
        {"title": "Sprawdź", "slug": "verify", "lead": "O czymś.", "action-publish": "1", "body-count": "0"},
        headers={"accept-language": "en"},
    )
    assert answer.status_code == 200
    assert not StandardPage.objects.filter(slug="verify").exists()
    assert (
        "Choose another word." in answer.content.decode() or "Wybierz inne słowo." in answer.content.decode()
    )


def test_a_picture_without_words_is_refused():
    image = get_image_model().objects.create(title="x", file=_png("x.png"))
    block = PictureBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"image": image.pk, "alt": "", "ornament": False}))
    assert block.clean(block.to_python({"image": image.pk, "alt": "", "ornament": True}))["ornament"] is True


def test_only_pictures_on_pages_leave_by_path(client, desk):
    """`/cms-media/images/…` serves what a page shows; originals, private uploads and ways around are 404."""
    image = get_image_model().objects.create(title="x", file=_png("x.png"))
    shown = image.get_rendition("width-100|format-webp")
    answer = client.get(shown.url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert answer.getvalue()[8:12] == b"WEBP"
    private = settings.MEDIA_ROOT / "evidence" / "work.png"
    private.parent.mkdir(parents=True, exist_ok=True)
    private.write_bytes(b"private")
    beside = settings.MEDIA_ROOT / "images" / "work.png"
    beside.write_bytes(b"private")
    for path in (
        "evidence/work.png", "images/../evidence/work.png", "images/%2e%2e/evidence/work.png", "images/work.png",
        f"original_images/{image.file.name.rsplit('/', 1)[-1]}", "images/", "images/..%2fevidence%2fwork.png", "",
    ):  # fmt: skip
        for prefix in ("/cms-media/", "/media/"):
            assert client.get(prefix + path).status_code in (301, 302, 404), prefix + path
            assert client.get(prefix + path, follow=True).status_code == 404, prefix + path


def test_the_admins_policy_runs_no_foreign_script(desk):
    home = HomePage.objects.get(locale__language_code="pl")
    for path in (
        "/cms/",
        f"/cms/pages/{home.pk}/edit/",
        f"/cms/pages/{home.pk}/edit/preview/",
        "/cms/images/chooser/",
    ):
        said = desk.get(path)["Content-Security-Policy"]
        scripts = next(part for part in said.split("; ") if part.startswith("script-src"))
        assert "'unsafe-inline'" not in scripts
        assert "'unsafe-eval'" not in scripts
        assert "object-src 'none'" in said
        assert "base-uri 'none'" in said
        assert "frame-ancestors 'self'" in said
    assert "'unsafe-inline'" not in desk.get("/")["Content-Security-Policy"]


def test_whatever_starts_a_field_of_a_form_may_run(desk):
    """Choosers of pictures and dates are started by scripts inside the form; a blocked one is a button that is dead."""
    news = NewsIndexPage.objects.first()
    seen = 0
    for path in (f"/cms/pages/add/cms/articlepage/{news.pk}/", "/cms/snippets/cms/film/add/"):
        answer = desk.get(path)
        for script in re.findall(r"<script>(.*?)</script>", answer.content.decode(), re.DOTALL):
            digest = b64encode(sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in answer["Content-Security-Policy"], script
            seen += "Chooser(" in script
    assert seen >= 3


def _png(name: str) -> SimpleUploadedFile:
    drawn = BytesIO()
    Drawing.new("RGB", (200, 120), "#3f37c9").save(drawn, "PNG")
    return SimpleUploadedFile(name, drawn.getvalue(), content_type="image/png")
