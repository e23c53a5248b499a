"""Builds "Who says what": all that is said of one number, by origin and grade, never averaged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from desktop_app.charts.asked import Asked
from desktop_app.charts.bodies import Claims, Said
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.kinds.withdrawn import withdrawn_of
from desktop_app.charts.shapes import Ink, KeyEntry, Mark
from desktop_app.charts.sheets import Column, Line, Sheet, Table, Value, number_value
from desktop_app.charts.texts import captions, grammar, saying
from desktop_app.charts.texts.sourcing import Sources
from desktop_app.domain import dates, named
from desktop_app.domain.amounts import Amount
from desktop_app.domain.contested import Contest, about, most_contested
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ADM, RET, Basis, Measure
from desktop_app.domain.origins import Origin, origins
from desktop_app.domain.readings import Known, combined, known
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.words import measure_words, sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

NAME = "who-says"
DRAWN: frozenset[type[Record]] = frozenset({Figure, Source, Measure})
SPELT_OUT = 4
"""A headline names so many numbers; more are given by the lowest and the highest."""
_INKS = {RET: Ink.RETURNED, ADM: Ink.ADMITTED}


def title() -> str:
    """What the chart is called in lists."""
    return _("Who says what")


def build(asked: Asked, contest: Contest | None = None) -> Sheet:
    """The chart of the number asked for: without one, of the most contested of its measure or of all."""
    ledger, subject = known(asked.view), asked.choice.subject
    if contest is None and subject.measure and subject.days is not None:
        contest = about(ledger, subject.measure, *subject.days)
    elif contest is None:
        contest = most_contested(ledger, subject.measure)
    if contest is None:
        return nothing(asked, NAME, Claims((), Ink.ARRIVALS, ""), _columns(), _why_nothing(asked))
    return _Drawing(asked, ledger, contest).sheet()


def number_words(view: View, measure: str, first: date, last: date, formats: Formats) -> str:
    """What is asked about: "Admitted from France, 1–10 Nov 2025"."""
    return _("{measure}, {when}").format(
        measure=measure_words.measure(named.measure(view, measure)),
        when=sentences.date(dates.span(first, last), formats),
    )


def _why_nothing(asked: Asked) -> tuple[str, str]:
    """Headline and subtitle where nobody says anything that can be drawn."""
    subject = asked.choice.subject
    if not subject.measure:
        return _("No numbers to compare yet"), _("Charts need at least one dated figure.")
    if subject.days is None:
        name = measure_words.measure(named.measure(asked.view, subject.measure))
        return name, _("Nothing dated is known of this measure.")
    headline = number_words(asked.view, subject.measure, *subject.days, asked.formats)
    return headline, _("Nothing is known of these days. A count is shown of exactly the days counted.")


class _Voice(NamedTuple):
    """One number as one origin gives it."""

    amount: Amount
    origin: Origin | None
    figures: tuple[Figure, ...]
    is_withdrawn: bool = False


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, asked: Asked, ledger: Known, contest: Contest) -> None:
        self._asked, self._ledger, self._contest = asked, ledger, contest
        self._formats, self._view = asked.formats, asked.view
        self._measure = named.measure(asked.view, contest.measure)
        self._voices = sorted(self._found(contest.figures), key=_highest_first)
        gone = withdrawn_of(ledger, contest) if asked.choice.show.withdrawn else ()
        self._gone = [voice._replace(is_withdrawn=True) for voice in self._found(gone)]
        self._lines: list[Line] = []

    def _found(self, every: Iterable[Figure]) -> Iterable[_Voice]:
        """Each number by each of its origins; figures that say the same are one number."""
        said: dict[Amount, list[Figure]] = {}
        for figure in every:
            said.setdefault(figure.amount, []).append(figure)
        for amount, figures in said.items():
            told = origins(self._view, *figures)
            for origin in told:
                cited = set(origin.citations)
                yield _Voice(amount, origin, tuple(each for each in figures if cited & set(each.citations)))
            alone = tuple(each for each in figures if not origins(self._view, each))
            if alone:
                yield _Voice(amount, None, alone)

    def sheet(self) -> Sheet:
        """All of it."""
        shown = sorted((*self._voices, *self._gone), key=_highest_first)
        said = tuple(self._said(place, voice) for place, voice in enumerate(shown))
        headline = self._headline()
        footer, brief_footer = self._footer(brief=False), self._footer(brief=True)
        return Sheet(
            name=NAME,
            headline=headline,
            # What is emphasised has the colour of those returned.
            emphasis=self._numbers() if self._contest.measure == RET else "",
            subtitle=self._asked.said(self._subtitle()),
            brief_subtitle=self._asked.said(self._counted()),
            footer=footer,
            brief_footer=brief_footer,
            alt=self._alt(headline, said),
            body=Claims(said, _INKS.get(self._contest.measure, Ink.ARRIVALS), self._unit()),
            table=Table(_columns(), tuple(self._lines)),
            key=_key(said),
            formats=self._formats,
        )

    def _said(self, place: int, voice: _Voice) -> Said:
        contest, amount = self._contest, voice.amount
        reading = combined(self._ledger, voice.figures, contest.first, contest.last)
        mark, number = saying.mark_of(reading), sentences.amount(amount, self._formats)
        if voice.is_withdrawn:
            mark, number = Mark.WITHDRAWN, _("{amount}, withdrawn").format(amount=number)
        who, outlets, grade = self._who(voice)
        days = dict.fromkeys(sentences.date(each.as_at, self._formats) for each in voice.figures)
        day = _("; ").join(days)
        key = f"said {place}"
        value = reading.value
        self._list(key, voice, (number, who, outlets, grade, day), mark)
        return Said(
            key,
            mark,
            0.0 if value is None else float(value),
            None if amount.low is None else float(amount.low),
            None if amount.high is None else float(amount.high),
            number,
            _("{who}, grade {grade}").format(who=who, grade=grade) if grade else who,
            _(" · ").join(part for part in (day, outlets) if part),
            day,
        )

    def _who(self, voice: _Voice) -> tuple[str, str, str]:
        """Whose word it is, which outlets carry it, and the best grade: "B2"."""
        if voice.origin is None:
            return _("no source"), "", ""
        sources = [(each, self._view.get(Source, each.source)) for each in voice.origin.citations]
        cited = [(citation, source) for citation, source in sources if source is not None]
        names = list(dict.fromkeys(source.short_name for _cited, source in cited if source.short_name))
        root = self._view.get(Source, voice.origin.source)
        who = voice.origin.speaker or (root.short_name if root is not None else "") or _("no name")
        best = min(
            ((source.reliability.value, citation.credibility) for citation, source in cited), default=None
        )
        outlets = [name for name in names if name != who]
        return who, _("; ").join(outlets), "" if best is None else f"{best[0]}{best[1]}"

    def _list(self, key: str, voice: _Voice, said: tuple[str, str, str, str, str], mark: Mark) -> None:
        number, who, outlets, grade, day = said
        ids = tuple(figure.id for figure in voice.figures)
        values: dict[str, Value] = {
            "measure": self._contest.measure,
            "low": number_value(voice.amount.low),
            "high": number_value(voice.amount.high),
            "mark": mark.value,
            "origin": who,
            "outlets": outlets,
            "grade": grade,
            "day": " ".join(dict.fromkeys(figure.as_at.edtf for figure in voice.figures)),
            "figures": " ".join(ids),
        }
        texts = {
            "measure": measure_words.measure(self._measure),
            "low": "" if voice.amount.low is None else self._formats.number(voice.amount.low),
            "high": "" if voice.amount.high is None else self._formats.number(voice.amount.high),
            "mark": number,
            "origin": who,
            "outlets": outlets,
            "grade": grade,
            "day": day,
            "figures": _n("{n} figure", "{n} figures", len(ids)).format(n=self._formats.number(len(ids))),
        }
        spoken = _("{who}: {number}, {day}").format(who=who, number=number, day=day)
        self._lines.append(Line(key, values, texts, spoken, ids))

    # words

    def _when(self) -> str:
        return sentences.date(dates.span(self._contest.first, self._contest.last), self._formats)

    def _numbers(self) -> str:
        """Those said, where they are few words: "57, 65"; else the single ones, else the outermost ends."""
        said = list(dict.fromkeys(voice.amount for voice in reversed(self._voices)))
        room = captions.MOST_WORDS - len(self._headed("").split())
        for amounts in (said, [amount for amount in said if amount.interval.is_exact]):
            texts = list(dict.fromkeys(sentences.amount(amount, self._formats) for amount in amounts))
            words = _(", ").join(texts)
            if texts and len(texts) <= SPELT_OUT and len(words.split()) <= room:
                return words
        ends = [end for amount in said for end in (amount.low, amount.value, amount.high) if end is not None]
        first, last = (self._formats.number(end) for end in (min(ends), max(ends)))
        return _("{first} to {last}").format(first=first, last=last)

    def _headline(self) -> str:
        return captions.sentence_case(self._headed(self._numbers()))

    def _headed(self, numbers: str) -> str:
        words = _("{measure}, {when}: {numbers}")
        name = measure_words.measure(self._measure)
        return words.format(measure=name, when=self._when(), numbers=numbers)

    def _counted(self) -> str:
        """How many numbers, of how many origins."""
        amounts = len({voice.amount for voice in self._voices})
        words = _n("{n} number", "{n} numbers", amounts).format(n=self._formats.number(amounts))
        keys = {voice.origin.key for voice in self._voices if voice.origin is not None}
        told = _n("{n} origin", "{n} origins", len(keys)).format(n=self._formats.number(len(keys)))
        return _("{numbers} from {origins}; outlets that repeat one statement are one origin.").format(
            numbers=words, origins=told
        )

    def _subtitle(self) -> str:
        days = {figure.as_at for figure in self._contest.figures}
        parts = [self._counted(), _("Nothing is averaged.")]
        if self._contest.basis is not Basis.FLOW and len(days) > 1:
            parts.append(_("A running total also grows: each number holds for its own day."))
        return " ".join(parts)

    def _unit(self) -> str:
        return measure_words.measure(self._measure)

    def _alt(self, headline: str, said: tuple[Said, ...]) -> str:
        short = _("Marks on one line. {headline}.").format(headline=headline)
        each = _("; ").join(_("{who}: {number}").format(who=one.who, number=one.number) for one in said)
        longer = _("{short} {each}.").format(short=short, each=each)
        return captions.shortest(longer, short)

    def _footer(self, *, brief: bool) -> str:
        sources = Sources(self._view, self._formats)
        figures = self._contest.figures
        named_here = sources.footer(figures[-2:], {sources.origin(each) for each in figures}, brief=brief)
        footer = captions.footer(named_here, shaded=False, as_of=self._asked.said_as_of, brief=brief)
        if brief:
            return footer
        return _("{footer} Grades: source A to F, statement 1 to 6.").format(footer=footer)


def _highest_first(voice: _Voice) -> tuple[float, str, str]:
    amount = voice.amount
    ends = [end for end in (amount.value, amount.low, amount.high) if end is not None]
    speaker = voice.origin.speaker if voice.origin is not None else ""
    return -float(ends[0]) if ends else 0.0, amount.comparator.value, speaker


def _key(said: tuple[Said, ...]) -> tuple[KeyEntry, ...]:
    """The marks on this chart and no others, and what a grade is."""
    return grammar.entries({each.mark for each in said})


def _columns() -> tuple[Column, ...]:
    return (
        Column("measure", _("Measure"), width=22),
        Column("low", _("At least"), is_number=True),
        Column("high", _("At most"), is_number=True),
        Column("mark", _("As said"), width=16),
        Column("origin", _("Origin"), width=26),
        Column("outlets", _("Carried by"), width=30),
        Column("grade", _("Grade"), width=8),
        Column("day", _("Of"), width=18),
        Column("figures", _("Figures"), width=12),
    )
