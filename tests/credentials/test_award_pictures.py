"""A picture that comes with a badge: for those who got it and who lead, and gone when it should be."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.utils import timezone
from PIL import Image

from core.refusals import Refusal
from credentials.models import AwardBatch, Credential, Upload
from credentials.selectors.badges import badge_view
from credentials.services.award_pictures import remove_old_pictures
from credentials.services.awarding import award, undo
from credentials.services.club_badges import make
from credentials.services.revoking import revoke
from credentials.services.uploading import remove_forgotten_uploads, store_upload
from people import reporting
from tests.asking import ask, client_of
from tests.credentials.designs import HELPING


@pytest.fixture(autouse=True)
def media_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def photo(owner) -> Upload:
    drawn = BytesIO()
    Image.new("RGB", (32, 24), "#3f37c9").save(drawn, "JPEG")
    return store_upload(owner, key=uuid4(), content=drawn.getvalue())


@pytest.fixture
def badge(club, leader):
    return make(club, design=HELPING, actor=leader)


@pytest.fixture
def given(badge, club, leader, pa1, member) -> Credential:
    """PA1's badge; another member got it in the same act, with the same picture."""
    done = award(badge, [pa1, member], actor=leader, group=club, note="Dzięki!", picture=photo(leader))
    return next(one for one in done.credentials if one.recipient == pa1)


def statuses(upload: Upload, *people) -> list[int]:
    return [client_of(person).get(f"/media/{upload.pk}").status_code for person in people]


def test_those_who_got_it_and_who_lead_see_it(given, pa1, member, leader, pa2, teacher, stranger):
    picture = given.batch.picture
    assert badge_view(given, pa1).picture_url == f"/media/{picture.pk}"
    assert statuses(picture, pa1, member, leader, pa2, teacher, stranger) == [200, 200, 200, 404, 404, 404]


def test_the_phone_reads_it_with_the_ladder(given, pa1):
    query = "query($id: ID!) { badge(id: $id) { pictureUrl trust { rung label line rungs { code label } } } }"
    read = ask(pa1, query, id=given.pk).data
    assert read["pictureUrl"] == f"/media/{given.batch.picture_id}"
    assert read["trust"]["rung"] == "club_badge"
    assert "LO A" in read["trust"]["line"]
    assert len(read["trust"]["rungs"]) == 4


def test_undone_it_is_deleted(given, leader, pa1, django_capture_on_commit_callbacks):
    picture, path = given.batch.picture, given.batch.picture.file.path
    with django_capture_on_commit_callbacks(execute=True):
        undo(given.batch, actor=leader, now=timezone.now())
    assert statuses(picture, pa1, leader) == [404, 404]
    assert not Upload.objects.exists()
    assert not Upload._meta.get_field("file").storage.exists(path)


def test_who_lost_the_badge_sees_it_no_more(given, leader, pa1, member):
    revoke(given, actor=leader, reason="Pomyłka", now=timezone.now())
    assert statuses(given.batch.picture, pa1, member) == [404, 200]
    given.refresh_from_db()
    assert badge_view(given, pa1).picture_url == ""


def test_reported_its_words_and_picture_are_hidden_until_somebody_decides(given, pa1, member, leader):
    desk, row = reporting.seen_by(pa1, "credentials.Credential", given.pk)
    assert (desk.author_of(row), "Dzięki!" in desk.snapshot(row)) == (leader, True)
    desk.hide(row)
    seen = badge_view(given, pa1)
    assert (seen.note, seen.picture_url) == ("", "")
    # Who sent the picture still sees their own file.
    assert statuses(given.batch.picture, pa1, member, leader) == [404, 404, 200]
    desk.restore(row)
    assert badge_view(given, pa1).note == "Dzięki!"
    assert statuses(given.batch.picture, pa1) == [200]


def test_it_stays_a_year(given):
    made = given.batch.created_at
    remove_forgotten_uploads(made + timedelta(days=30))
    assert Upload.objects.count() == 1
    assert remove_old_pictures(made + timedelta(days=364)) == 0
    assert remove_old_pictures(made + timedelta(days=366)) == 1
    assert (Upload.objects.count(), AwardBatch.objects.get().picture) == (0, None)


def test_a_picture_is_the_actors_own_photo_and_used_once(badge, club, leader, pa1, pb, pc, given):
    pdf = store_upload(leader, key=uuid4(), content=b"%PDF-1.7 praca")
    for picture in (photo(pb), pdf, given.batch.picture):
        with pytest.raises(Refusal) as refusal:
            award(badge, [pc], actor=leader, group=club, picture=picture)
        assert refusal.value.code == "PICTURE_MISSING"
    assert not Credential.objects.filter(recipient=pc).exists()
