"""The parts of a club badge, for whoever designs one. Values are those of `credentials.selectors.designs`."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few

MOST_LAYERS = 10


class ShapeLayer(NodeType):
    """One filled path, even-odd; `colour` names one of the palette's."""

    class Meta:
        visible_to = WITH_PARENT

    path = graphene.String(required=True)
    colour = graphene.String(required=True, description="rim | field | ink | paper")
    opacity = graphene.Float(required=True)


class ShapeChoice(NodeType):
    """A shape of a club badge: its layers from back to front on a canvas of 512 × 512, then the symbol."""

    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    label = graphene.String(required=True)
    layers = few(ShapeLayer, most=MOST_LAYERS)
    symbol_x = graphene.Float(
        required=True,
        description="Where the symbol's own canvas of 256 × 256 goes, and how many times larger it is drawn.",
    )
    symbol_y = graphene.Float(required=True)
    symbol_scale = graphene.Float(required=True)


class PaletteChoice(NodeType):
    """Colours as `#rrggbb`: edge of the patch, its cloth, the symbol with the seam, fine lines."""

    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    label = graphene.String(required=True)
    rim = graphene.String(required=True)
    field = graphene.String(required=True)
    ink = graphene.String(required=True)
    paper = graphene.String(required=True)


class SymbolChoice(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    label = graphene.String(required=True)
    path = graphene.String(required=True)


class DesignExample(NodeType):
    """A criterion in one sentence, as an example to start from."""

    class Meta:
        visible_to = WITH_PARENT

    name = graphene.String(required=True)
    criterion = graphene.String(required=True)
    shape = graphene.String(required=True)
    palette = graphene.String(required=True)
    symbol = graphene.String(required=True)
