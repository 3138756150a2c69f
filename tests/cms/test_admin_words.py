"""Words that Wagtail leaves untranslated are said by us, on pages and in the admin's scripts."""

import json
import re

import pytest
from django.utils.translation import gettext, override

from cms.services.editors import make_editor

pytestmark = pytest.mark.django_db


def spoken(browser, address: str) -> dict[str, str]:
    """The messages that `address` hands to the admin's scripts."""
    script = browser.get(address).content.decode()
    return json.loads(re.search(r"const newcatalog = (\{.*?\});\n", script, re.DOTALL).group(1))


@pytest.mark.parametrize(
    ("language", "address", "message", "said"),
    [
        ("pl", "/cms/jsi18n/", "Autosave in progress…", "Zapisuję…"),
        ("uk", "/cms/jsi18n/", "Autosave in progress…", "Зберігаю…"),
        ("pl", "/cms/jsi18n/", "Publish", None),
        ("uk", "/cms/localize/jsi18n/", "Stop Synced translation", "Завершити переклад речення за реченням"),
        ("pl", "/cms/localize/jsi18n/", "Stop Synced translation", "Zakończ tłumaczenie zdanie po zdaniu"),
    ],
)
def test_scripts_of_the_admin_have_their_words(client, pages, language, address, message, said):
    client.force_login(make_editor("ed", "correct horse battery"))
    client.cookies["django_language"] = language
    assert spoken(client, address).get(message) == said


def test_a_rooms_own_words_come_before_ours():
    """“Name” is said by a room and by Wagtail, and the room is heard."""
    with override("uk"):
        assert gettext("Name") == "Назва"
        assert gettext("Show keyboard shortcuts") == "Показати сполучення клавіш"
    with override("pl"):
        assert gettext("Show keyboard shortcuts") == "Pokaż skróty klawiszowe"
