"""How a picture looks: its colours, and every size in it, for a page, a room, an export or a thumbnail."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from enum import StrEnum

from desktop_app.charts.looks.palette import DARK, Tokens
from desktop_app.charts.shapes import Ink


class Part(StrEnum):
    """What a picture may leave out when it is small."""

    HEADLINE = "headline"
    SUBTITLE = "subtitle"
    TITLES = "titles"
    KEY = "key"
    FOOTER = "footer"
    MILESTONES = "milestones"
    BALANCE = "balance"
    POINTS = "points"


EVERYTHING = frozenset(Part)
GLANCE = frozenset({Part.TITLES, Part.POINTS})
"""What is left in a thumbnail, whose page says the rest."""
SAID_AROUND = frozenset({Part.HEADLINE, Part.SUBTITLE, Part.FOOTER})
"""What a page or a slide says of a picture, as text."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels of the picture's own space."""

    # letters
    headline: float
    subtitle: float
    title: float
    label: float
    tick: float
    remark: float
    footer: float
    # spaces
    margin: float
    gap: float
    panel_gap: float
    tick_gap: float
    # lines and marks
    line: float
    thin: float
    hairline: float
    dot: float
    ring: float
    hatch: float
    corner: float
    reach: float
    """How near a click must be to a mark to mean it."""

    def scaled(self, factor: float) -> Sizes:
        """Every length times a factor."""
        return Sizes(*(length * factor for length in astuple(self)))


PAGE = Sizes(
    headline=23,
    subtitle=15,
    title=14,
    label=15,
    tick=14,
    remark=13,
    footer=13,
    margin=22,
    gap=8,
    panel_gap=20,
    tick_gap=8,
    line=2.2,
    thin=1.2,
    hairline=1,
    dot=4,
    ring=1.8,
    hatch=4,
    corner=1.5,
    reach=14,
)
"""For a page whose interface font is 14 pixels high; the face of charts is smaller on its body than most."""

PAGE_LETTER = 14.0

STAGE = Sizes(
    headline=64,
    subtitle=33,
    title=31,
    label=34,
    tick=30,
    remark=30,
    footer=30,
    margin=76,
    gap=16,
    panel_gap=30,
    tick_gap=14,
    line=5,
    thin=2.4,
    hairline=1.6,
    dot=8,
    ring=3.8,
    hatch=8,
    corner=3,
    reach=30,
)
"""For a screen of 1920 by 1080 that a room looks at: no letter under 28 pixels."""

STAGE_SIZE = (1920.0, 1080.0)

GLIMPSE = replace(PAGE, margin=4, title=13, label=14, tick=12, gap=5, panel_gap=10, line=2, dot=3, ring=1.5)
"""For a small chart among other things."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Colours, sizes and parts; a picture holds no colour and no length of its own."""

    tokens: Tokens
    sizes: Sizes
    ground: str
    parts: frozenset[Part] = EVERYTHING
    made_for: tuple[float, float] | None = None
    """The size at which `sizes` hold; they grow and shrink with the picture. None: they stay."""
    for_room: bool = False
    """Whether the part of the headline to remember is coloured, and the other words are fewer."""
    emphasis: str = ""
    """The colour of that part; empty for the one of people returned."""

    @classmethod
    def page(cls, tokens: Tokens, letter: float = PAGE_LETTER) -> ChartStyle:
        """For a page of the window whose letters are so many pixels high."""
        return cls(tokens, PAGE.scaled(letter / PAGE_LETTER), tokens.surface)

    @classmethod
    def presenter(cls, tokens: Tokens = DARK) -> ChartStyle:
        """For a room; sizes follow the screen."""
        return cls(tokens, STAGE, tokens.stage, made_for=STAGE_SIZE, for_room=True)

    @classmethod
    def export(cls, tokens: Tokens, size: tuple[float, float] = (1200.0, 750.0)) -> ChartStyle:
        """For a file; letters follow the size of the picture, as on a page 1,000 pixels wide."""
        factor = max(0.75, min(size[0] / 1000, size[1] / 640))
        return cls(tokens, PAGE.scaled(factor), tokens.surface)

    @classmethod
    def illustration(cls, tokens: Tokens, letter: float) -> ChartStyle:
        """For a picture on a page or a slide that says headline, subtitle and sources itself, as text."""
        sizes = PAGE.scaled(letter / PAGE_LETTER)
        return cls(tokens, replace(sizes, margin=sizes.gap), tokens.surface, parts=EVERYTHING - SAID_AROUND)

    @classmethod
    def thumbnail(cls, tokens: Tokens, letter: float = PAGE_LETTER) -> ChartStyle:
        """For a small chart on a page that says the rest in words."""
        return cls(tokens, GLIMPSE.scaled(letter / PAGE_LETTER), tokens.surface, parts=GLANCE)

    def scaled(self, factor: float) -> ChartStyle:
        """The same look with every length times a factor."""
        return replace(self, sizes=self.sizes.scaled(factor))

    def fitted(self, width: float, height: float) -> ChartStyle:
        """The style for a picture of this size."""
        if self.made_for is None:
            return self
        factor = min(width / self.made_for[0], height / self.made_for[1])
        return replace(self, sizes=self.sizes.scaled(max(factor, 0.2)), made_for=None)

    def has(self, part: Part) -> bool:
        """Whether the picture shows this part."""
        return part in self.parts

    def colour(self, ink: Ink | None) -> str:
        """The colour of what is counted; without an ink, that of remarks."""
        if ink is None:
            return self.tokens.muted
        return {
            Ink.ARRIVALS: self.tokens.arrivals,
            Ink.RETURNED: self.tokens.returned,
            Ink.ADMITTED: self.tokens.admitted,
        }[ink]
