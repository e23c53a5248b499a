"""Makes the letters of an SVG file the same everywhere: it carries the face, and each text its length.

A browser draws with the letters in the file. A program that looks at no font in a file takes Source Sans Pro
from its machine, or else another face, which the length keeps from running into what stands beside it.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from PySide6.QtGui import QFont

from desktop_app.charts.files import face_subset
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks import face

CARRIED = "Evenhand Charts"
"""What the file calls the letters that it carries."""
FAMILIES = (
    CARRIED,
    face.FAMILY,
    "Source Sans 3",
    "Calibri",
    "Carlito",
    "Helvetica Neue",
    "Arial",
    "sans-serif",
)
"""Narrow ones first: for programs that look neither at the letters in a file nor at the length of a text."""
_SVG = "http://www.w3.org/2000/svg"
_TEXT, _STYLE, _DEFS = (f"{{{_SVG}}}{name}" for name in ("text", "style", "defs"))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def lettered(drawn: bytes, language: str) -> bytes:
    """What Qt's generator wrote, with the letters it needs in it. Texts stay texts."""
    ElementTree.register_namespace("", _SVG)
    root, letters = ElementTree.fromstring(drawn), Lettering()
    used: dict[QFont.Weight, set[str]] = defaultdict(set)
    for element in root.iter():
        element.attrib.pop("font-family", None)
        if element.tag == _TEXT and element.text:
            bold = int(element.get("font-weight", "400")) >= QFont.Weight.DemiBold
            used[QFont.Weight.DemiBold if bold else QFont.Weight.Normal].update(element.text)
            length = letters.width(element.text, float(element.get("font-size", "0")), bold)
            element.set("textLength", f"{length:g}")
            element.set("lengthAdjust", "spacingAndGlyphs")
    for name in ("version", "baseProfile"):
        # SVG Tiny 1.2, which Qt names, knows neither.
        root.attrib.pop(name, None)
    root.set("font-family", ", ".join(_quoted(name) for name in FAMILIES))
    root.set("role", "img")
    root.set(_LANGUAGE, language.replace("_", "-"))
    if face_subset.is_possible():
        _carry(root, used)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _carry(root: Element, used: dict[QFont.Weight, set[str]]) -> None:
    holder = root.find(_DEFS)
    if holder is None or not used:
        return
    rules = []
    for weight, characters in sorted(used.items()):
        data = base64.b64encode(face_subset.subset(weight, frozenset(characters))).decode()
        rules.append(
            f'@font-face{{font-family:"{CARRIED}";font-weight:{weight.value};'
            f'src:url("data:font/ttf;base64,{data}")}}'
        )
    ElementTree.SubElement(holder, _STYLE).text = "".join(rules)


def _quoted(name: str) -> str:
    return f"'{name}'" if " " in name else name
