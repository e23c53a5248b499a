"""What is wrong with a draft, in words: one short sentence for each problem, to stand under its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.coordinates import CoordinateProblem
from desktop_app.domain.date_words import DateProblem
from desktop_app.domain.moment_words import TimeProblem
from desktop_app.domain.number_words import AmountProblem
from desktop_app.words.translate import _

Words = Callable[[], str]


def problem(code: str) -> str:
    """The sentence of a problem's code; an unknown code is shown as it is."""
    words = PROBLEMS.get(code)
    return words() if words else code


def amount_problem(problem: AmountProblem) -> str:
    """Why a text is not read as an amount, and how to write it."""
    return AMOUNT_PROBLEMS[problem]()


def date_problem(problem: DateProblem) -> str:
    """Why a text is not read as a date, and how to write it."""
    return DATE_PROBLEMS[problem]()


AMOUNT_PROBLEMS: Mapping[AmountProblem, Words] = {
    AmountProblem.EMPTY: lambda: _("No value yet"),
    AmountProblem.NOT_UNDERSTOOD: lambda: _("No number found; kept as written"),
    AmountProblem.AMBIGUOUS: lambda: _("Thousands or decimals? Write 38726 or 38,726; decimals as 38.7"),
    AmountProblem.ABBREVIATED: lambda: _("Write the number in full: k hides how far it was rounded"),
    AmountProblem.NEGATIVE: lambda: _("A count cannot be below zero"),
    AmountProblem.TOO_LONG: lambda: _("Too many digits to be a count"),
    AmountProblem.BACKWARDS: lambda: _("The first number is the larger one; write the smaller one first"),
}

DATE_PROBLEMS: Mapping[DateProblem, Words] = {
    DateProblem.AMBIGUOUS_ORDER: lambda: _("Day or month first? Write the month as a word: 9 Nov 2025"),
    DateProblem.AMBIGUOUS_SEASON: lambda: _("Which year's winter? Write the months: Dec 2025 to Feb 2026"),
    DateProblem.IMPOSSIBLE_DAY: lambda: _("There is no such day"),
    DateProblem.WRONG_WEEKDAY: lambda: _("That date falls on another weekday; leave one of the two out"),
    DateProblem.TWO_DIGIT_YEAR: lambda: _("Write the year in full: 2025"),
    DateProblem.BACKWARDS: lambda: _("The end comes before the start"),
    DateProblem.UNREADABLE: lambda: _("Kept as written; not on charts until dated"),
}

COORDINATE_PROBLEMS: Mapping[CoordinateProblem, Words] = {
    CoordinateProblem.UNREADABLE: lambda: _("Not read as a position. Write it as 50.9871, 1.7342"),
    CoordinateProblem.ONE_NUMBER: lambda: _("Two numbers are needed: 50.9871, 1.7342"),
    CoordinateProblem.AMBIGUOUS: lambda: _("Which comma parts the two? Write it as 50.9871, 1.7342"),
    CoordinateProblem.MINUTES: lambda: _("Minutes and seconds are below 60"),
    CoordinateProblem.LATITUDE: lambda: _("Latitude comes first, and is 90 at most"),
    CoordinateProblem.LONGITUDE: lambda: _("Longitude is 180 at most"),
}

TIME_PROBLEMS: Mapping[TimeProblem, Words] = {
    TimeProblem.IMPOSSIBLE: lambda: _("No clock shows that time; kept as written"),
}

NOTE_PROBLEMS: Mapping[str, Words] = {
    "note without content": lambda: _("Write what was seen"),
    "more children than people": lambda: _("More children than people"),
    "still to come": lambda: _("That is still to come; kept as written"),
}

TABLE_PROBLEMS: Mapping[str, Words] = {
    "no number": lambda: _("No number in it"),
    "no whole period": lambda: _("The period has no first or no last day"),
    "formula error": lambda: _("The spreadsheet shows an error here"),
    "more cells than titles": lambda: _("More cells than titles: a comma inside a number or a text?"),
    "range backwards": lambda: _("The least is more than the most"),
    "unknown status": lambda: _("No such status; the usual one is taken"),
    "unknown basis": lambda: _("No such way of counting; the measure's own is taken"),
}

CASE_PROBLEMS: Mapping[str, Words] = {
    "case without code": lambda: _("A case needs a code, such as C-003"),
    "case code taken": lambda: _("Another case has this code"),
    "event without type": lambda: _("Choose what happened"),
}

RULE_PROBLEMS: Mapping[str, Words] = {
    "rule without title": lambda: _("A rule needs a title"),
    "criterion without question": lambda: _("No question yet; ask it so that yes speaks for the route"),
    "not a whole number": lambda: _("Type a whole number, such as 14"),
    "days and months": lambda: _("Days or months, not both"),
    "exception without days": lambda: _("Needs the ordinary days first"),
    "exception not longer": lambda: _("Exceptional cases have longer than the others"),
    "limit without start": lambda: _("Runs as a clock once both events are chosen"),
    "limit without end": lambda: _("Runs as a clock once both events are chosen"),
    "ends as it starts": lambda: _("It must end with another event than it starts with"),
    "no limit": lambda: _("Runs as a clock once there are days or months"),
    "days unreadable": lambda: _("Write the days on which it holds: since 6 Aug 2025"),
    "holds on one day": lambda: _("Some one day: for a span write from 6 Aug 2025 to 11 Jun 2026"),
    "holds always": lambda: _("No days yet; it may hold on any"),
    "version without name": lambda: _("The clause has other versions; say which this is"),
    "version taken": lambda: _("The clause has this version for these days already"),
}

SOURCE_PROBLEMS: Mapping[str, Words] = {
    "source without name": lambda: _("A source needs a publisher or a title"),
    "address with spaces": lambda: _("An address has no spaces; kept as written"),
    "unknown origin": lambda: _("Choose one of the sources, or leave it empty"),
    "origin in a circle": lambda: _("That source repeats this one; choose another"),
    "citation without source": lambda: _("Choose a source, or type a new one"),
    "cited already": lambda: _("Cited for this already; change the other entry instead"),
    "quotation without words": lambda: _("No words yet; type or paste them"),
    "one origin": lambda: _("Confirmed needs two origins; there is only one"),
}

FIGURE_PROBLEMS: Mapping[str, Words] = {
    "no measure": lambda: _("Choose what is counted"),
    "number among words": lambda: _("Write the number alone: 94, about 350, more than 1,700"),
    "other unit": lambda: _("This measure counts something else: no percent and no pounds"),
    "needs article day": lambda: _("Needs the day of the article, which says when that was"),
    "no date": lambda: _("No date yet; not on charts until dated"),
    "no source": lambda: _("No source yet; it can be added later"),
}

STATEMENT_PROBLEMS: Mapping[str, Words] = {
    "statement without words": lambda: _("Type or paste what was said"),
    "statement without speaker": lambda: _("No speaker yet; it can be added later"),
    "translation without original": lambda: _("No original words yet; they can be added later"),
    "position without topic": lambda: _("No topic yet; on no board until it has one"),
    "unknown statement": lambda: _("Choose one of the statements, or leave it empty"),
    "answered and disputed": lambda: _("It cannot both answer and dispute the same record"),
}

PROBLEMS: Mapping[str, Words] = {
    **STATEMENT_PROBLEMS,
    **TABLE_PROBLEMS,
    **SOURCE_PROBLEMS,
    **CASE_PROBLEMS,
    **RULE_PROBLEMS,
    **FIGURE_PROBLEMS,
    **NOTE_PROBLEMS,
    **{code.value: words for code, words in COORDINATE_PROBLEMS.items()},
    **{code.value: words for code, words in TIME_PROBLEMS.items()},
    **{code.value: words for code, words in AMOUNT_PROBLEMS.items()},
    **{code.value: words for code, words in DATE_PROBLEMS.items()},
    "source without name": lambda: _("Name the publisher or the title"),
    "address with spaces": lambda: _("An address has no spaces; kept as written"),
}
