"""What is written inside a picture's file beside the picture: title, description, sources, and the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from xml.sax.saxutils import escape

from desktop_app.charts.shapes import Texts
from desktop_app.words import translate
from desktop_app.words.translate import _

MAKER = "Evenhand"
_XMP = (
    '<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
    '<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>'
    '</rdf:Alt></dc:title><dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li>'
    "</rdf:Alt></dc:description><dc:source>{sources}</dc:source>"
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
    "<xmp:CreatorTool>{maker}</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="w"?>'
)


class Said(Protocol):
    """What says something around a drawing: a chart, or charts side by side."""

    @property
    def headline(self) -> str:
        """The message."""
        ...

    @property
    def subtitle(self) -> str:
        """What is counted, and as known when."""
        ...

    @property
    def footer(self) -> str:
        """Sources and method."""
        ...

    @property
    def alt(self) -> str:
        """What a reader who does not see it is told."""
        ...

    @property
    def generated(self) -> Texts | None:
        """The texts as they were made from the figures, where a person wrote others."""
        ...


@dataclass(frozen=True, slots=True)
class Inside:
    """The words in a file."""

    title: str
    description: str
    sources: str
    """The footer: who said it, and as known on which day."""

    @classmethod
    def of(cls, chart: Said | None) -> Inside:
        """Those of a chart, with the days of its subtitle; empty for none."""
        if chart is None:
            return cls("", "", "")
        said = " ".join(part for part in (chart.alt, chart.subtitle) if part)
        return cls(chart.headline, said, sources(chart))

    @property
    def whole(self) -> str:
        """Description and sources, for a format that has one place for both."""
        return " ".join(part for part in (self.description, self.sources) if part)

    def xmp(self) -> bytes:
        """The same as a packet of XMP (ISO 16684-1), which PDF files carry."""
        return _XMP.format(
            title=escape(self.title),
            description=escape(self.description),
            sources=escape(self.sources),
            language=escape(translate.language()),
            maker=MAKER,
        ).encode()


def sources(chart: Said) -> str:
    """Who said it and as known on which day, also where the footer is in other words; then both, and that."""
    generated = chart.generated
    if generated is None or generated.footer == chart.footer:
        return chart.footer
    words = _("{sources} Footer edited, it reads: {footer}")
    return words.format(sources=generated.footer, footer=chart.footer)
