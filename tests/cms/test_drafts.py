"""A draft may be saved and looked at while its blocks are still empty; what is published may not."""

import pytest
from wagtail.blocks import StreamValue
from wagtail.blocks.stream_block import StreamBlockValidationError

from cms.blocks import BodyBlock
from cms.models import StandardPage
from cms.services.editors import make_editor

pytestmark = pytest.mark.django_db
BODY = BodyBlock()


def begun(name: str) -> StreamValue:
    """What stands in the form when the block has just been added."""
    return StreamValue(BODY, [(name, BODY.child_blocks[name].get_default())])


@pytest.mark.parametrize("name", list(BODY.child_blocks))
def test_a_block_just_added_is_kept_in_a_draft_and_shown_in_its_preview(name, pages):
    kept = BODY.clean_deferred(begun(name))
    assert [child.block_type for child in kept] == [name]
    page = StandardPage.objects.first()
    page.body = kept
    assert page.make_preview_request().status_code == 200


@pytest.mark.parametrize("name", ["picture", "call", "cards", "film", "video"])
def test_it_is_not_published_so(name, pages):
    with pytest.raises(StreamBlockValidationError):
        BODY.clean(begun(name))


def test_the_checks_beside_the_form_hear_of_the_page_and_visitors_load_none_of_it(client, pages):
    """Words, reading time and faults are counted in the preview by Wagtail's own script."""
    page = StandardPage.objects.filter(locale__language_code="pl").first()
    client.force_login(make_editor("ed", "correct horse battery"))
    asked = client.get("/cms/").wsgi_request
    shown = page.make_preview_request(asked, extra_request_attrs={"in_preview_panel": True})
    assert "wagtail-userbar-template" in shown.content.decode()
    public = client.get(page.path_here).content.decode()
    assert page.title in public
    assert "wagtail" not in public
