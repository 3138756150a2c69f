"""A picture that is drawn in a new size leaves no file open behind it."""

from __future__ import annotations

import gc
import warnings

import pytest
from django.test import Client

from tests.cms.page_factories import ArticlePageFactory, NewsIndexPageFactory, PictureFactory, home


@pytest.mark.django_db
def test_a_page_that_draws_a_picture_leaves_no_file_open(pages: None, client: Client) -> None:
    page = ArticlePageFactory(parent=NewsIndexPageFactory(parent=home("pl")), picture=PictureFactory())
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", ResourceWarning)
        text = client.get(page.path_here).content.decode()
        gc.collect()
    assert '<meta property="og:image"' in text
    assert [str(one.message) for one in told if one.category is ResourceWarning] == []
