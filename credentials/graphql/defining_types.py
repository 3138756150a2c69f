"""Describing badges. Values are those of `credentials.selectors.defining`, `drafts` and `version_history`."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from credentials.descriptions.difference import MOST_PIECES
from credentials.descriptions.versions import value_of
from credentials.graphql.design_types import PaletteChoice, SymbolChoice
from credentials.selectors.defining import MOST_ROWS
from credentials.selectors.drafts import required_of
from credentials.selectors.version_history import MOST_VERSIONS
from people.graphql.types import Choice

MOST_OUTCOMES, MOST_CRITERIA, MOST_ACTIVITIES, MOST_CODES, MOST_LINES = 10, 10, 10, 40, 24
MOST_CHANGES, MOST_OPTIONS = 80, 200


SIGNS = {"same": "=", "removed": "-", "added": "+"}


class DefiningIssuer(NodeType):
    """An issuer in whose name the person describes badges."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    slug = graphene.String(required=True)
    standing = graphene.String(required=True)
    standing_label = graphene.String(required=True)
    may_publish_microcredentials = graphene.Boolean(required=True)
    closed = graphene.String(required=True, description="Why nothing can be published now; empty if it can.")


class BadgeRow(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    achievement_id = graphene.ID(required=True)
    draft_id = graphene.ID()
    name = graphene.String(required=True)
    kind = graphene.String(required=True)
    kind_label = graphene.String(required=True)
    state = graphene.String(required=True, description="draft | published | changed | withdrawn")
    state_label = graphene.String(required=True)
    number = graphene.Int(required=True, description="Of the published version; 0 before the first.")
    lacking = graphene.Int(required=True, description="Required lines of the checklist that are open.")
    picture = graphene.String(required=True)
    path = graphene.String(required=True)
    edited_at = graphene.DateTime()


class BadgeRows(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    items = few(BadgeRow, most=MOST_ROWS)
    next = graphene.ID()


class Words(NodeType):
    """One text in three languages; null where nobody has written it."""

    class Meta:
        visible_to = WITH_PARENT

    pl = graphene.String()
    en = graphene.String()
    uk = graphene.String()


class Outcome(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    text = graphene.Field(Words, required=True)
    criteria = few(Words, most=MOST_CRITERIA)


class LinkedActivity(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    name = graphene.Field(Words, required=True)
    type = graphene.String(required=True)
    description = graphene.Field(Words, required=True)
    place = graphene.Field(Words, required=True)
    organiser = graphene.Field(Words, required=True)
    conditions = graphene.Field(Words, required=True)
    date = graphene.String()
    link = graphene.String()


class BadgePicture(NodeType):
    """Designed here (shape, palette, symbol, ribbon), or from a file (picture, author, licence)."""

    class Meta:
        visible_to = WITH_PARENT

    shape = graphene.String()
    palette = graphene.String()
    symbol = graphene.String()
    ribbon = graphene.String()
    picture = graphene.String()
    author = graphene.String()
    licence = graphene.String()


class FrameworkLevel(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    pqf = graphene.Int()
    eqf = graphene.Int()


class BadgeName(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    kind = graphene.String(required=True)
    issuer_name = graphene.String(required=True)


class RequiredBadges(NodeType):
    """All of some, and `count` of others."""

    class Meta:
        visible_to = WITH_PARENT

    all_of = few(graphene.String, most=MOST_CODES)
    count = graphene.Int(required=True)
    some_of = few(graphene.String, most=MOST_CODES)


class WrittenScale(NodeType):
    """The scale of grades as it is being written."""

    class Meta:
        visible_to = WITH_PARENT

    kind = graphene.String(required=True)
    values = few(graphene.String, most=12, required=False)
    least = graphene.String()
    most = graphene.String()
    required = graphene.String()


class Description(NodeType):
    """Everything the standard describes. The value is the draft's description."""

    class Meta:
        visible_to = WITH_PARENT
        default_resolver = staticmethod(lambda field, default, root, info, **given: value_of(root, field))

    name = graphene.Field(Words, required=True)
    description = graphene.Field(Words, required=True)
    art = graphene.Field(BadgePicture, required=True)
    art_alt = graphene.Field(Words, required=True)
    activities = few(LinkedActivity, most=MOST_ACTIVITIES)
    learning_outcomes = few(Outcome, most=MOST_OUTCOMES)
    assessment_methods = few(graphene.String, most=MOST_CODES)
    identity_check = graphene.String(required=True)
    result_scale = graphene.Field(WrittenScale)
    other_conditions = graphene.Field(Words, required=True)
    assessor_note = graphene.Field(Words, required=True)
    workload_hours = graphene.String()
    ects = graphene.String()
    participation_form = graphene.String(required=True)
    participation_note = graphene.Field(Words, required=True)
    how_to_earn = graphene.Field(Words, required=True)
    framework_reference = graphene.Field(FrameworkLevel)
    validity_months = graphene.Int()
    requires = graphene.Field(RequiredBadges)
    evidence_types = few(graphene.String, most=MOST_CODES)
    team_evidence = graphene.Boolean(required=True)
    sensitivity = graphene.String(required=True)
    feedback_examples = graphene.Field(Words, required=True)
    quality_assurance = graphene.Field(Words, required=True)
    cost_amount = graphene.String()
    accessibility = graphene.Field(Words, required=True)
    tags = few(graphene.String, most=MOST_CODES)
    school_types = few(graphene.String, most=MOST_CODES)
    curriculum = few(graphene.String, most=MOST_CODES)

    def resolve_requires(self, info):
        kept = value_of(self, "requires")
        some = (kept or {}).get("min_of") or {}
        return kept and {
            "all_of": kept.get("all_of", []), "count": some.get("count", 0), "some_of": some.get("badges", [])
        }  # fmt: skip


class ChecklistLine(NodeType):
    """What is asked and why; `required` lines stop publishing while they are open."""

    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    title = graphene.String(required=True)
    why = graphene.String(required=True)
    done = graphene.Boolean(required=True)
    required = graphene.Boolean(required=True)
    section = graphene.String(required=True)


class DescriptionChange(NodeType):
    """One part of the description in one language, word by word."""

    class Meta:
        visible_to = WITH_PARENT

    part = graphene.String(required=True)
    label = graphene.String(required=True)
    language = graphene.String(required=True)
    pieces = few(
        graphene.String,
        most=MOST_PIECES,
        description="Texts in their order; the first sign says that it stays (=), goes (-) or comes (+).",
    )

    pictures = few(
        graphene.String, most=2, description="Paths of the picture before and after; empty for other parts."
    )

    def resolve_pieces(self, info):
        return [SIGNS[piece.mark] + piece.text for piece in self.pieces]


class BadgeDraft(NodeType):
    """A draft as its editor shows it. The value is a `DraftView`."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    achievement_id = graphene.ID(required=True)
    issuer = graphene.Field(DefiningIssuer, required=True)
    kind = graphene.String(required=True)
    kind_label = graphene.String(required=True)
    revision = graphene.Int(required=True)
    edited_at = graphene.DateTime(required=True)
    edited_by = graphene.String(required=True)
    description = graphene.Field(Description, required=True)
    checklist = few(ChecklistLine, most=MOST_LINES)
    number = graphene.Int(required=True, description="The number publishing will give.")
    published = graphene.Boolean(required=True)
    drawing = graphene.String(required=True)
    preview = graphene.String(required=True)
    credit = graphene.String(required=True)
    obstacle = graphene.String(
        required=True, description="Why this person cannot publish; empty if they can."
    )
    picture_hints = few(
        graphene.String, most=4, description="What may be hard to see of a picture from a file, in words."
    )
    required = few(BadgeName, most=MOST_CODES, description="The badges that it requires, by name.")

    def resolve_required(self, info):
        return required_of(self.description)


class PublishedVersion(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    number = graphene.Int(required=True)
    published_at = graphene.DateTime()
    current = graphene.Boolean(required=True)
    path = graphene.String(required=True)
    awarded = graphene.Boolean(required=True)


class WithdrawnTime(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    reason = graphene.String(required=True)
    written_in = graphene.String(required=True, description="The language of the reason.")
    withdrawn_at = graphene.DateTime(required=True)
    restored_at = graphene.DateTime()


class BadgeHistory(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    name = graphene.String(required=True)
    issuer_id = graphene.ID(required=True)
    path = graphene.String(required=True)
    draft_id = graphene.ID()
    withdrawn = graphene.Boolean(required=True)
    versions = few(PublishedVersion, most=MOST_VERSIONS)
    withdrawals = few(WithdrawnTime, most=10)


class DescribedPart(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    name = graphene.String(required=True)
    form = graphene.String(required=True)
    section = graphene.String(required=True)
    label = graphene.String(required=True)
    limit = graphene.Int(required=True)
    most = graphene.Int(required=True)


class PartOption(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    part = graphene.String(required=True)
    code = graphene.String(required=True)
    label = graphene.String(required=True)


class EditorChoices(NodeType):
    """What the editor offers, in the reader's language."""

    class Meta:
        visible_to = WITH_PARENT

    sections = few(Choice, most=12)
    parts = few(DescribedPart, most=40)
    options = few(PartOption, most=MOST_OPTIONS)
    activity_types = few(Choice, most=20)
    shapes = few(Choice, most=20)
    ribbons = few(Choice, most=5)
    palettes = few(PaletteChoice, most=30)
    symbols = few(SymbolChoice, most=200)
