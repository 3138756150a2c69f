"""An operator gives the portal another face; nothing is left of it when they take it back."""

import json
import re
from io import BytesIO

import pytest
from PIL import Image

from cms.look.changing import Wanted, change_look
from cms.look.models import Look
from cms.look.shown import shown_look
from cms.models import ContactMessage
from cms.services.contact import mail_one
from core.models import Activity
from core.portal_name import portal_name
from core.refusals import Refusal
from people.second_factor_adapter import SealingAdapter

pytestmark = pytest.mark.django_db(transaction=False)
GREEN = Wanted(name="Odznaki Łodzi", primary="#0a7d3c", font="literata")


@pytest.fixture
def change(operator, django_capture_on_commit_callbacks):
    def act(wanted=GREEN, **more):
        with django_capture_on_commit_callbacks(execute=True):
            return change_look(wanted, actor=operator, **more)

    return act


def test_as_it_comes_a_page_carries_nothing_of_a_look(client, pages):
    text = client.get("/").content.decode()
    assert "/look/" not in text
    assert 'content="#3f37c9"' in text
    assert " · Kotylion</title>" in text
    assert client.get(f"/look/{'0' * 16}.css").status_code == 404


def test_name_and_colours_stand_on_pages_in_the_app_and_in_its_manifest(client, pages, pa1, change):
    change()
    text = client.get("/").content.decode()
    look = shown_look()
    assert " · Odznaki Łodzi</title>" in text
    assert "<span>Odznaki Łodzi</span>" in text
    assert f'<link rel="stylesheet" href="{look.style_address}">' in text
    assert 'content="#0a7d3c"' in text
    sheet = client.get(look.style_address)
    assert sheet["Cache-Control"] == "public, max-age=31536000, immutable"
    assert sheet["Content-Type"] == "text/css; charset=utf-8"
    assert "--primary:light-dark(#0a7d3c,#56b772);" in sheet.content.decode()
    assert '--font:"Literata"' in sheet.content.decode()
    assert len(sheet.content) < 1200
    client.force_login(pa1)
    app = client.get("/app/").content.decode()
    assert "<title>Odznaki Łodzi</title>" in app
    assert '<meta name="application-name" content="Odznaki Łodzi">' in app
    assert f'<link rel="manifest" href="{look.manifest_address}">' in app
    manifest = json.loads(client.get(look.manifest_address).content)
    assert (manifest["name"], manifest["theme_color"]) == ("Odznaki Łodzi", "#0a7d3c")


def test_the_look_is_asked_for_once(django_assert_num_queries, change):
    change()
    with django_assert_num_queries(1):
        assert portal_name() == "Odznaki Łodzi"
    with django_assert_num_queries(0):
        assert portal_name() == "Odznaki Łodzi"


def test_a_page_kept_from_before_is_led_to_the_present_sheet(client, change):
    change()
    before = shown_look().style_address
    change(Wanted(primary="#1d6fc2"))
    answer = client.get(before)
    assert answer.status_code == 302
    assert answer["Location"] == shown_look().style_address
    assert answer["Cache-Control"] == "no-store"
    change(Wanted())
    assert client.get(before).status_code == 404
    assert shown_look().digest == ""


def test_the_workers_script_changes_with_the_look(client, change):
    plain = client.get("/app/sw.js").content
    change()
    assert client.get("/app/sw.js").content == plain + f"\n// {shown_look().digest}\n".encode()


@pytest.mark.parametrize(
    ("wanted", "code", "field"),
    [
        (Wanted(primary="#ffd400"), "CONTRAST", "primary"),
        (Wanted(primary="#0a7d3c", primary_dark="#123456"), "CONTRAST", "primary_dark"),
        (Wanted(ground="#8899aa"), "CONTRAST", "ground"),
        (Wanted(primary="red;}body{display:none"), "COLOUR", "primary"),
        (Wanted(primary="#0a7d3c\n"), "COLOUR", "primary"),
        (Wanted(font="comic"), "FONT", "font"),
        (Wanted(name="a" * 41), "TEXT_TOO_LONG", "name"),
        (Wanted(description={"en": "Only English"}), "DESCRIPTION", "description_pl"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(wanted, code, field, change):
    change()
    with pytest.raises(Refusal) as refused:
        change(wanted)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert Look.objects.get().name == "Odznaki Łodzi"
    assert Activity.objects.filter(fact="cms.LookChanged").count() == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Light theme: the main colour (#ffd400) and the background of pages (#f8f6ee) are 1.32 : 1 apart; at least 3.0 : 1 is needed."),
        ("pl", "Jasny motyw: kolor główny (#ffd400) i tło stron (#f8f6ee) mają kontrast 1.32 : 1, a potrzeba co najmniej 3.0 : 1."),
        ("uk", "Світла тема: основний колір (#ffd400) і тло сторінок (#f8f6ee) мають контраст 1.32 : 1, а потрібно щонайменше 3.0 : 1."),
    ],
)  # fmt: skip
def test_the_refusal_says_which_two_and_by_how_much(language, words, change):
    from django.utils import translation

    with translation.override(language), pytest.raises(Refusal) as refused:
        change(Wanted(primary="#ffd400"))
    lines = str(refused.value).split("\n")
    assert lines[0] == words
    assert lines[-1].endswith("#ffd400 → #ab8900.")


def test_a_mark_is_made_new_in_every_size(client, pages, change):
    change(mark=picture(400, 100))
    look = shown_look()
    assert look.mark_width == 128
    sizes = {}
    for size in (64, 180, 192, 512):
        answer = client.get(look.mark_address(size))
        sizes[size] = Image.open(BytesIO(answer.getvalue()), formats=("PNG",)).size
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert sizes == {64: (256, 64), 180: (180, 180), 192: (192, 192), 512: (512, 512)}
    text = client.get("/").content.decode()
    assert f'<img src="{look.mark_address(64)}" alt="" width="128" height="32">' in text
    icons = json.loads(client.get(look.manifest_address).content)["icons"]
    assert [icon["src"] for icon in icons] == [look.mark_address(192), look.mark_address(512)]
    change(GREEN, without_mark=True)
    assert shown_look().mark == ""


@pytest.mark.parametrize(
    "content",
    [b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", b"%PDF-1.7", b"GIF89a", b""],
)
def test_up_02_only_pictures_of_three_kinds_become_a_mark(content, change):
    with pytest.raises(Refusal) as refused:
        change(mark=content)
    assert refused.value.code == "MARK"
    assert not Look.objects.exists()


def test_tx_01_a_name_is_shown_as_text(client, pages, change):
    change(Wanted(name='"><script>alert(1)</script>', operator="<b>X</b>"))
    text = client.get("/").content.decode()
    assert "<script>alert" not in text
    assert "&lt;b&gt;X&lt;/b&gt;" in text


def picture(width: int, height: int) -> bytes:
    drawn = BytesIO()
    Image.new("RGBA", (width, height), (10, 125, 60, 255)).save(drawn, "PNG")
    return drawn.getvalue()


def test_the_chosen_name_stands_wherever_the_portal_names_itself(
    pages, client, change, operator, settings, mailoutbox
):
    change()
    assert "<title>Odznaki Łodzi · Aktualności</title>" in client.get("/aktualnosci/feed/").content.decode()
    assert SealingAdapter().get_totp_issuer() == "Odznaki Łodzi"
    settings.CONTACT_EMAIL = "sekretariat@szkola.example"
    message = ContactMessage.objects.create(language="pl", text="Karta się nie skanuje.", topic="Karta")
    mail_one(message.pk)
    assert mailoutbox[0].subject == "Wiadomość, Odznaki Łodzi: Karta"
    client.force_login(operator)
    home = client.get("/cms/").content.decode()
    assert re.search(r"<h1[^>]*>\s*Odznaki Łodzi\s*</h1>", home)
    assert "Odznaki Łodzi" in client.get("/cms/figures/").content.decode()
