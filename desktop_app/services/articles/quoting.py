"""Words of an article that are kept as a statement: a sentence of its own, or somebody's that it quotes."""

from __future__ import annotations

from desktop_app.domain.sources import Citation, Quotation, Source
from desktop_app.domain.statements import Statement

_MARKS = {
    '"': '"',
    "'": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{LEFT SINGLE QUOTATION MARK}": "\N{RIGHT SINGLE QUOTATION MARK}",
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
}


def cleaned(chosen: str) -> str:
    """The chosen words on one line."""
    return " ".join(chosen.split())


def statement_of(words: str, source: Source) -> Statement:
    """The statement that chosen words of the article make, citing it.

    Words between quotation marks are somebody's whom the article quotes: who that is, only people can say.
    Others are the article's own.
    """
    is_quoted = len(words) > 2 and _MARKS.get(words[0]) == words[-1]
    said = words[1:-1].strip() if is_quoted else words
    return Statement(
        speaker="" if is_quoted else source.short_name,
        date=source.published,
        venue="" if is_quoted else source.publisher,
        words=said,
        quotation=Quotation.VERBATIM,
        language=source.language,
        citations=(Citation(source.id, excerpt=words, quotation=Quotation.VERBATIM),),
    )
