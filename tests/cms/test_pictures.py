"""A picture is asked whose it is, what it shows and who can be recognised; menus belong to publishers."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Drawing

from cms.models import Menu, Picture
from cms.services.editors import make_editor
from tests.asking import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(pages, db):
    return client_of(make_editor("ed", "correct horse battery"))


def upload(desk, **changed):
    drawn = BytesIO()
    Drawing.new("RGB", (200, 120), "#3f37c9").save(drawn, "PNG")
    form = {
        "title": "Rynek", "file": SimpleUploadedFile("rynek.png", drawn.getvalue(), content_type="image/png"),
        "description": "Rynek w sobotę", "author": "Anna Nowak", "rights": "own", "source": "", "people": "nobody", "tags": "",
    } | changed  # fmt: skip
    return desk.post("/cms/images/add/", form)


def test_a_described_picture_is_taken(desk):
    assert upload(desk).status_code == 302
    picture = Picture.objects.get()
    assert (picture.description, picture.credit) == ("Rynek w sobotę", "Anna Nowak")


@pytest.mark.parametrize(
    "changed",
    [
        {"description": ""},
        {"author": ""},
        {"rights": ""},
        {"people": ""},
        {"rights": "cc-by"},
        {"rights": "cc-by", "source": "javascript:alert(1)"},
    ],
)
def test_a_picture_that_lacks_something_is_refused(desk, changed):
    assert upload(desk, **changed).status_code == 200
    assert not Picture.objects.exists()


def test_an_open_licence_names_itself(desk):
    upload(desk, rights="cc-by-sa", source="https://commons.example/rynek")
    assert Picture.objects.get().credit == "Anna Nowak, CC BY-SA 4.0"


def test_menus_come_out_at_once_so_only_publishers_change_them(desk):
    menu = Menu.objects.get(locale__language_code="pl")
    path = f"/cms/snippets/cms/menu/edit/{menu.pk}/"
    assert desk.get(path).status_code == 302
    chief = client_of(make_editor("chief", "correct horse battery", publishes=True))
    assert chief.get(path).status_code == 200
    answer = chief.post(path, {"header-count": "0", "footer-count": "0", "note": "Prowadzi nas gmina."})
    assert answer.status_code == 302
    assert "Prowadzi nas gmina." in chief.get("/").content.decode()
