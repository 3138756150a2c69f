"""What the editor sends: the parts that changed. A part left out stays as it is; null or an empty text clears it."""

from __future__ import annotations

import graphene


def _list_of(of):
    return graphene.List(graphene.NonNull(of))


class WordsInput(graphene.InputObjectType):
    """A language left out stays as it is."""

    pl = graphene.String()
    en = graphene.String()
    uk = graphene.String()


class OutcomeInput(graphene.InputObjectType):
    id = graphene.String()
    text = graphene.InputField(WordsInput)
    criteria = _list_of(WordsInput)


class LinkedActivityInput(graphene.InputObjectType):
    name = graphene.InputField(WordsInput)
    type = graphene.String(required=True)
    description = graphene.InputField(WordsInput)
    place = graphene.InputField(WordsInput)
    organiser = graphene.InputField(WordsInput)
    conditions = graphene.InputField(WordsInput)
    date = graphene.String()
    link = graphene.String()


class BadgePictureInput(graphene.InputObjectType):
    """Designed here (shape, palette, symbol, ribbon), or the file that was taken (picture, author, licence)."""

    shape = graphene.String()
    palette = graphene.String()
    symbol = graphene.String()
    ribbon = graphene.String()
    picture = graphene.String()
    author = graphene.String()
    licence = graphene.String()


class FrameworkLevelInput(graphene.InputObjectType):
    pqf = graphene.Int()
    eqf = graphene.Int()


class RequiredBadgesInput(graphene.InputObjectType):
    all_of = _list_of(graphene.String)
    count = graphene.Int()
    some_of = _list_of(graphene.String)


class ResultScaleInput(graphene.InputObjectType):
    kind = graphene.String(required=True)
    values = _list_of(graphene.String)
    least = graphene.String()
    most = graphene.String()
    required = graphene.String()


class DescriptionInput(graphene.InputObjectType):
    name = graphene.InputField(WordsInput)
    description = graphene.InputField(WordsInput)
    art = graphene.InputField(BadgePictureInput)
    art_alt = graphene.InputField(WordsInput)
    activities = _list_of(LinkedActivityInput)
    learning_outcomes = _list_of(OutcomeInput)
    assessment_methods = _list_of(graphene.String)
    identity_check = graphene.String()
    result_scale = graphene.InputField(ResultScaleInput)
    other_conditions = graphene.InputField(WordsInput)
    assessor_note = graphene.InputField(WordsInput)
    workload_hours = graphene.String()
    ects = graphene.String()
    participation_form = graphene.String()
    participation_note = graphene.InputField(WordsInput)
    how_to_earn = graphene.InputField(WordsInput)
    framework_reference = graphene.InputField(FrameworkLevelInput)
    validity_months = graphene.Int()
    requires = graphene.InputField(RequiredBadgesInput)
    evidence_types = _list_of(graphene.String)
    team_evidence = graphene.Boolean()
    sensitivity = graphene.String()
    feedback_examples = graphene.InputField(WordsInput)
    quality_assurance = graphene.InputField(WordsInput)
    cost_amount = graphene.String()
    accessibility = graphene.InputField(WordsInput)
    tags = _list_of(graphene.String)
    school_types = _list_of(graphene.String)
    curriculum = _list_of(graphene.String)
