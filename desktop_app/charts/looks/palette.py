"""The named colours of window and charts, light and dark: the one place where a colour is written down."""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """One theme's colours by what they are for, each as "#rrggbb"."""

    dark: bool
    # grounds, from the furthest back to the nearest
    sidebar: str
    canvas: str
    panel: str
    surface: str
    hover: str
    stage: str
    # ink
    ink: str
    muted: str
    placeholder: str
    disabled: str
    link: str
    # lines: hairlines separate, edges are what the eye needs to find an input
    line: str
    line_strong: str
    edge: str
    focus: str
    # what can be pressed, and what is chosen
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    on_accent_muted: str
    selection: str
    highlight: str
    on_highlight: str
    # states, always shown with a word or an icon too
    amber_ground: str
    amber_line: str
    amber_ink: str
    green_ground: str
    green_line: str
    green_ink: str
    grey_ground: str
    grey_line: str
    grey_ink: str
    saved: str
    toast_ground: str
    toast_ink: str
    toast_action: str
    # what charts draw
    returned: str
    admitted: str
    arrivals: str
    again: str
    detained: str
    stay_uk: str
    stay_france: str
    grid: str
    milestone: str


LIGHT = Tokens(
    dark=False,
    sidebar="#f1f1ed",
    canvas="#f6f7f3",
    panel="#fbfbf9",
    surface="#ffffff",
    hover="#eceee9",
    stage="#ffffff",
    ink="#1c2329",
    muted="#5d666e",
    placeholder="#5f666c",
    disabled="#8f969b",
    link="#1a659b",
    line="#e4e5df",
    line_strong="#cfd1cb",
    edge="#82898e",
    focus="#1f6fa8",
    accent="#1f3a4d",
    accent_hover="#2c4e66",
    accent_pressed="#152a39",
    on_accent="#ffffff",
    on_accent_muted="#cfdbe4",
    selection="#e2edf5",
    highlight="#1f6fa8",
    on_highlight="#ffffff",
    amber_ground="#fff5e6",
    amber_line="#e5bd72",
    amber_ink="#855800",
    green_ground="#ebf5ef",
    green_line="#aed3bd",
    green_ink="#1e6641",
    grey_ground="#ffffff",
    grey_line="#cfd1cb",
    grey_ink="#4f575e",
    saved="#2a8350",
    toast_ground="#1f2a33",
    toast_ink="#ffffff",
    toast_action="#a9d3f2",
    returned="#B8480A",
    admitted="#005AB5",
    arrivals="#6B6B6B",
    again="#1F1F1F",
    detained="#7d5a8f",
    stay_uk="#dfe4ea",
    stay_france="#f6dcc9",
    grid="#ececea",
    milestone="#6b7278",
)

DARK = Tokens(
    dark=True,
    sidebar="#14181b",
    canvas="#181c1f",
    panel="#1b2023",
    surface="#1e2326",
    hover="#2a3035",
    stage="#14191d",
    ink="#e8eaeb",
    muted="#a8b0b6",
    placeholder="#a0a8ae",
    disabled="#6d757b",
    link="#8ab4f8",
    line="#31373c",
    line_strong="#474f55",
    edge="#7f888f",
    focus="#6db3e8",
    accent="#2d6d9a",
    accent_hover="#347aab",
    accent_pressed="#265d84",
    on_accent="#ffffff",
    on_accent_muted="#ffffff",
    selection="#25394a",
    highlight="#2d6d9a",
    on_highlight="#ffffff",
    amber_ground="#382c14",
    amber_line="#7d6226",
    amber_ink="#f2c76b",
    green_ground="#18301f",
    green_line="#3b6e50",
    green_ink="#93d6ab",
    grey_ground="#262c30",
    grey_line="#4d555b",
    grey_ink="#c6ccd1",
    saved="#5cc48a",
    toast_ground="#e8eaeb",
    toast_ink="#1c2329",
    toast_action="#135a8f",
    returned="#F79A66",
    admitted="#56B4E9",
    arrivals="#BDBDBD",
    again="#FFFFFF",
    detained="#c6a3d9",
    stay_uk="#39434d",
    stay_france="#553a28",
    grid="#2b3136",
    milestone="#8f989f",
)


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb" as WCAG 2 defines it, from 0 (black) to 1 (white)."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """How well two colours are told apart, from 1 (not at all) to 21 (black on white)."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)
