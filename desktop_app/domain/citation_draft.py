"""A citation being typed: texts as they stand in the form, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.origins import CONFIRMED, NEEDED_FOR_CONFIRMED, Cited, origins
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.sources import CREDIBILITY_UNJUDGED, Citation, Quotation, Stance
from desktop_app.domain.views import View


@dataclass(frozen=True, slots=True)
class CitationDraft:
    """The form's texts. `check` says what is wrong per field; `citation` makes the part of the record."""

    source: str = ""
    """What was typed for the source. It names a new one unless `source_id` says which it is."""
    source_id: str = ""
    excerpt: str = ""
    locator: str = ""
    quotation: Quotation = Quotation.PARAPHRASE
    stance: Stance = Stance.ASSERTS
    credibility: int = CREDIBILITY_UNJUDGED
    speaker: str = ""
    note: str = ""

    @classmethod
    def of(cls, citation: Citation) -> CitationDraft:
        """The draft that would make this citation again."""
        return cls(
            source_id=citation.source,
            excerpt=citation.excerpt,
            locator=citation.locator,
            quotation=citation.quotation,
            stance=citation.stance,
            credibility=citation.credibility,
            speaker=citation.speaker,
            note=citation.note,
        )

    def check(self, view: View, record: Cited, place: int | None = None) -> list[Problem]:
        """What is wrong, field by field, were this a citation of the record.

        `place` is that of the citation it changes, None for one more. What a citation said already is not
        held against it.
        """
        if not (self.source_id or self.source.strip()):
            return [Problem("source", "citation without source")]
        problems = []
        others = [one for at, one in enumerate(record.citations) if at != place]
        if any(_is_the_same(self, one) for one in others):
            problems.append(Problem("source", "cited already"))
        if self.quotation is not Quotation.PARAPHRASE and not self.excerpt.strip():
            problems.append(Problem("excerpt", "quotation without words", blocks=False))
        before = record.citations[place] if place is not None else None
        newly_confirmed = self.credibility == CONFIRMED and (
            before is None or before.credibility != CONFIRMED
        )
        if newly_confirmed and self._origins(view, record, place) < NEEDED_FOR_CONFIRMED:
            problems.append(Problem("credibility", "one origin"))
        return problems

    def citation(self, view: View, record: Cited, place: int | None = None) -> Citation:
        """The citation. Raises ValueError while a problem blocks, and where no source is chosen yet."""
        if blocking(self.check(view, record, place)) or not self.source_id:
            raise ValueError("the draft has a blocking problem")
        return self._made(self.source_id)

    def _made(self, source_id: str) -> Citation:
        return Citation(
            source_id,
            excerpt=self.excerpt.strip(),
            locator=self.locator.strip(),
            quotation=self.quotation,
            stance=self.stance,
            credibility=self.credibility,
            speaker=self.speaker.strip(),
            note=self.note.strip(),
        )

    def _origins(self, view: View, record: Cited, place: int | None) -> int:
        # A source that is still to be made is nobody's repetition.
        made = self._made(self.source_id or f"new {self.source.strip()}")
        return len(origins(view, replace(record, citations=placed(record.citations, made, place))))


def placed(citations: tuple[Citation, ...], made: Citation, place: int | None) -> tuple[Citation, ...]:
    """The citations with one put in the place of another, or after all of them."""
    if place is None:
        return (*citations, made)
    return (*citations[:place], made, *citations[place + 1 :])


def _is_the_same(draft: CitationDraft, other: Citation) -> bool:
    """Whether a source is cited twice for the same: other words, speakers or stances are something else."""
    return draft.source_id == other.source and (
        (draft.stance, draft.speaker.strip(), draft.locator.strip(), draft.excerpt.strip())
        == (other.stance, other.speaker, other.locator, other.excerpt)
    )
