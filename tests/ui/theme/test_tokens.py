from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QPalette

from desktop_app.charts.looks.palette import DARK, LIGHT, Tokens, contrast
from desktop_app.ui.theme.palette import palette_for
from desktop_app.ui.theme.tokens import scaled, tokens_for

GROUNDS = ("sidebar", "canvas", "panel", "surface", "hover")
TEXT = ("ink", "muted", "placeholder", "link")
MARKS = ("returned", "admitted", "arrivals", "again", "detained", "milestone", "saved", "focus", "edge")
ON = (
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_accent_muted", "accent"),
    ("on_accent_muted", "accent_hover"),
    ("on_highlight", "highlight"),
    ("ink", "selection"),
    ("muted", "selection"),
    ("link", "selection"),
    ("amber_ink", "amber_ground"),
    ("ink", "amber_ground"),
    ("green_ink", "green_ground"),
    ("grey_ink", "grey_ground"),
    ("toast_ink", "toast_ground"),
    ("toast_action", "toast_ground"),
    ("amber_ink", "surface"),
    ("amber_ink", "panel"),
)

themes = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def measured(tokens: Tokens, first: str, second: str) -> float:
    return contrast(getattr(tokens, first), getattr(tokens, second))


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", TEXT)
def test_text_can_be_read_on_every_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert measured(tokens, ink, ground) >= 4.5


@themes
@pytest.mark.parametrize(("ink", "ground"), ON)
def test_text_can_be_read_on_buttons_chips_selection_and_toast(tokens: Tokens, ink: str, ground: str) -> None:
    assert measured(tokens, ink, ground) >= 4.5


@themes
@pytest.mark.parametrize("ground", ["canvas", "panel", "surface", "stage"])
@pytest.mark.parametrize("mark", MARKS)
def test_marks_inputs_and_focus_stand_out(tokens: Tokens, mark: str, ground: str) -> None:
    assert measured(tokens, mark, ground) >= 3


@themes
@pytest.mark.parametrize("series", ["returned", "admitted", "arrivals"])
def test_series_can_label_themselves(tokens: Tokens, series: str) -> None:
    assert measured(tokens, series, "surface") >= 4.5
    assert measured(tokens, series, "stage") >= 4.5


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@themes
def test_a_widget_finds_its_theme_in_its_palette(tokens: Tokens) -> None:
    assert tokens_for(palette_for(tokens)) is tokens


@themes
def test_qt_draws_placeholders_and_selected_text_readably(tokens: Tokens) -> None:
    palette = palette_for(tokens)
    role = QPalette.ColorRole
    base = palette.color(role.Base).name()
    assert contrast(palette.color(role.PlaceholderText).name(), base) >= 4.5
    assert contrast(palette.color(role.HighlightedText).name(), palette.color(role.Highlight).name()) >= 4.5
    assert contrast(palette.color(role.Link).name(), base) >= 4.5


def test_fonts_scale_in_points_and_in_pixels() -> None:
    points, pixels = QFont(), QFont()
    points.setPointSizeF(10)
    pixels.setPixelSize(10)
    assert scaled(points, 1.4).pointSizeF() == pytest.approx(14)
    assert scaled(pixels, 1.4).pixelSize() == 14
