"""Both sides see how far somebody is with a larger badge, and what is missing."""

from classroom.selectors.award_screens import award_screen
from credentials.models import Credential
from tests.asking import ask
from tests.factories import AchievementFactory

STORY = "query ($id: ID!) { badgeStory(id: $id) { countsFor { name have need lines publicUrl } } }"


def test_the_learner_sees_what_is_missing_on_the_badge_and_on_the_shelf(stack, pa1, pa2):
    stack.give(stack.debate, pa1)
    wanted = {"name": "Odznaka obywatel", "have": 1, "need": 2, "lines": ["Brakuje: Odznaka petycja"]}
    story = ask(pa1, STORY, id=Credential.objects.get(recipient=pa1).pk).data
    assert story["countsFor"] == [{**wanted, "publicUrl": "/achievements/obywatel/v1"}]
    assert ask(pa1, "{ largerBadges { name have need lines } }").data == [wanted]
    assert ask(pa2, "{ largerBadges { name } }").data == []
    stack.give(stack.petition, pa1)
    assert ask(pa1, "{ largerBadges { name } }").data == []


def test_of_a_choice_it_says_how_many_more(stack, issuer, pa1):
    requires = {"min_of": {"count": 2, "badges": ["debata", "petycja", "kandyduje"], "distinct": True}}
    AchievementFactory(slug="kandyduje", issuer=issuer)
    AchievementFactory(slug="wybor", issuer=issuer, version={"requires": requires})
    stack.give(stack.debate, pa1)
    lines = {one["name"]: one["lines"] for one in ask(pa1, "{ largerBadges { name lines } }").data}
    assert lines["Odznaka wybor"] == ["Jeszcze 1 z tych: Odznaka kandyduje, Odznaka petycja"]


def test_the_teacher_sees_it_beside_each_name(stack, class_2b, teacher, pa1, pa2):
    stack.give(stack.debate, pa1)
    screen = award_screen(class_2b.group, teacher, stack.larger.pk)
    lines = {one.student_id: one.line for one in screen.candidates}
    assert lines[pa1.pk] == "1 z 2; brakuje: Odznaka petycja"
    assert lines[pa2.pk].startswith("0 z 2; brakuje: Odznaka debata")
    plain = award_screen(class_2b.group, teacher, stack.petition.pk)
    assert {one.line for one in plain.candidates} == {""}


def test_ac_02_nobody_elses_progress_is_read(stack, pa1, teacher):
    stack.give(stack.debate, pa1)
    mine = Credential.objects.get(recipient=pa1).pk
    assert ask(teacher, STORY, id=mine).code == "NOT_FOUND"
