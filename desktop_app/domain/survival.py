"""How long something lasts, estimated from spells of which some are vague and some have not ended.

The estimate is the maximum likelihood estimate without a model. For exact and ongoing spells it is the
product limit of Kaplan and Meier (1958): S(t) is the product of 1 - d/r over the days up to t, with d spells
that end on a day of r that have lasted to it. For vague ends it is the self-consistent estimate of Turnbull
(1976): all mass lies in the innermost stretches, each from the first possible day of some spell to the last
of some spell with no other bound between, and each spell shares itself out over the stretches that it allows
in proportion to their mass, until nothing changes. Where in its stretch mass lies no data can tell.

A spell that goes on is not shared out: it counts among those that have lasted to each day up to its last.
Both ways lead to the same estimate; this one is the product limit at once where no end is vague.

- E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American
  Statistical Association 53 (1958), 457-481.
- B. W. Turnbull, The empirical distribution function with arbitrarily grouped, censored and truncated data,
  Journal of the Royal Statistical Society B 38 (1976), 290-295.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from desktop_app.domain.dates import DayRange

CLOSE = 1e-7
"""Shares nearer than this are the same: far less than one spell in a hundred thousand."""
SETTLED = 1e-9
"""The masses are settled when a round moves none by more."""
ROUNDS = 500
"""So many rounds at most; what still moves then moves by less than can be drawn."""
LEAST = 0.1
"""A leap takes no more of a mass than leaves this share of it."""

_LEFT, _RIGHT = 0, 1


@dataclass(frozen=True, slots=True)
class Lasted:
    """One spell: it ended after `low` to `high` days; without `high` it went on after `low` days."""

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"a spell cannot last {self.low} to {self.high} days")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The share of all spells that ends after `first` to `last` days; on which of them is not known."""

    first: int
    last: int
    mass: float


@dataclass(frozen=True, slots=True)
class Step:
    """From this day on, which share is estimated to last longer, and from which to which it may be."""

    day: int
    low: float
    share: float
    high: float


@dataclass(frozen=True, slots=True)
class Survival:
    """An estimate. `stretches` and `beyond` together have a mass of 1."""

    count: int
    """How many spells it rests on."""
    ended: int
    """How many of them have ended."""
    stretches: tuple[Stretch, ...]
    beyond: float
    """The share that lasts longer than the days that the spells tell of."""
    followed: int
    """The last day that the spells tell of: nothing is said of later ones."""
    steps: tuple[Step, ...]
    """Where share or bounds change, in order of days; before the first all three are 1."""

    def at(self, day: int) -> Step:
        """What holds after so many days."""
        place = bisect_right(self.steps, day, key=_day)
        return self.steps[place - 1] if place else Step(day, 1.0, 1.0, 1.0)

    def until(self, share: float) -> DayRange:
        """After how many days no more than a share is left: from the lower to the upper bound."""
        low = next((step.day for step in self.steps if step.low <= share + CLOSE), None)
        high = next((step.day for step in self.steps if step.high <= share + CLOSE), None)
        return DayRange(low, high)


def estimate(spells: Iterable[Lasted]) -> Survival:
    """The estimate for these spells, in whatever order they are given.

    The bounds are the outermost of four curves: the estimate with its mass on the first and on the last day
    of each stretch, and the product limits with every vague end on its first and on its last day. So a
    vague end leaves a range, also where the innermost stretches happen to be single days.
    """
    # Thousands of spells have few lengths: each is worked with once, weighed by how many have it.
    counted = Counter((one.low, one.high) for one in spells)
    found = {Lasted(low, high): counted[low, high] for low, high in sorted(counted, key=_order)}
    if not found:
        return Survival(0, 0, (), 1.0, 0, ())
    stretches = innermost(found)
    masses = _settled(found, stretches)
    weighed = tuple(
        Stretch(first, last, mass)
        for (first, last), mass in zip(stretches, masses, strict=True)
        if mass > CLOSE
    )
    ended = sum(count for one, count in found.items() if one.high is not None)
    followed = max(one.low if one.high is None else one.high for one in found)
    beyond = max(0.0, 1.0 - sum(stretch.mass for stretch in weighed))
    count = sum(found.values())
    return Survival(count, ended, weighed, _tidy(beyond), followed, tuple(_steps(found, weighed)))


def innermost(spells: Iterable[Lasted]) -> list[tuple[int, int]]:
    """The stretches that can hold mass: from a first possible day to a last one, no bound between them."""
    bounds: set[tuple[int, int]] = set()
    for one in spells:
        bounds.add((one.low, _LEFT) if one.high is not None else (one.low + 1, _LEFT))
        if one.high is not None:
            bounds.add((one.high, _RIGHT))
    return [
        (before[0], after[0])
        for before, after in pairwise(sorted(bounds))
        if (before[1], after[1]) == (_LEFT, _RIGHT)
    ]


def product_limit(ends: Counter[int], ongoing: Sequence[int]) -> list[tuple[int, float]]:
    """The days on which spells end, each with the share that lasts longer (Kaplan and Meier).

    `ongoing` holds, in order, after how many days the other spells were last seen to go on: one that was on
    the very day counts among those at risk on it.
    """
    left, share = sum(ends.values()), 1.0
    found: list[tuple[int, float]] = []
    for day in sorted(ends):
        at_risk = left + len(ongoing) - bisect_left(ongoing, day)
        share *= 1.0 - ends[day] / at_risk
        left -= ends[day]
        found.append((day, _tidy(share)))
    return found


def _settled(found: Mapping[Lasted, int], stretches: Sequence[tuple[int, int]]) -> list[float]:
    """The mass of each stretch, settled by sharing out the vague ends again and again."""
    firsts, lasts = [first for first, _ in stretches], [last for _, last in stretches]
    places: Counter[tuple[int, int]] = Counter()
    went_on = [0] * (len(stretches) + 1)
    for one, count in found.items():
        if one.high is None:
            # Not at risk from the first stretch on that begins after it was last seen.
            went_on[bisect_left(firsts, one.low + 1)] += count
        else:
            places[bisect_left(firsts, one.low), bisect_right(lasts, one.high)] += count
    spans = [(begin, end, count) for (begin, end), count in places.items()]
    ongoing = [sum(went_on) - gone for gone in accumulate(went_on)]
    masses = [1.0 / len(stretches)] * len(stretches) if stretches else []
    for _round in range(ROUNDS):
        once = _limit(_shared_out(spans, masses), ongoing)
        twice = _limit(_shared_out(spans, once), ongoing)
        if max((abs(a - b) for a, b in zip(twice, once, strict=True)), default=0.0) < SETTLED:
            return twice
        masses = _leaped(masses, once, twice)
    return masses


def _leaped(start: Sequence[float], once: Sequence[float], twice: Sequence[float]) -> list[float]:
    """Two rounds drawn out to where they lead (Varadhan and Roland 2008, "SQUAREM"); each mass stays above 0.

    Sharing out alone closes in ever more slowly; the next rounds mend what a leap does not hit.
    """
    steps = [b - a for a, b in zip(start, once, strict=True)]
    bends = [c - b - step for b, c, step in zip(once, twice, steps, strict=True)]
    bend = sum(each * each for each in bends)
    far = -((sum(each * each for each in steps) / bend) ** 0.5) if bend > 0.0 else -1.0
    if far > -1.0:
        return list(twice)
    leaped = (
        a - 2 * far * step + far * far * bent for a, step, bent in zip(start, steps, bends, strict=True)
    )
    return [max(mass, sure * LEAST) for mass, sure in zip(leaped, twice, strict=True)]


def _shared_out(spans: Sequence[tuple[int, int, int]], masses: Sequence[float]) -> list[float]:
    """How many spells end in each stretch, each shared out over those it allows by their masses."""
    sums = [0.0, *accumulate(masses)]
    rates = [0.0] * (len(masses) + 1)
    for begin, end, count in spans:
        within = sums[end] - sums[begin]
        # What has lost all its mass keeps its share: a spell that has ended ended somewhere.
        rate = count / within if within > 0.0 else 0.0
        rates[begin] += rate
        rates[end] -= rate
    return [max(0.0, mass * rate) for mass, rate in zip(masses, accumulate(rates[:-1]), strict=True)]


def _limit(ends: Sequence[float], ongoing: Sequence[int]) -> list[float]:
    """The masses of the product limit, where so many spells end in each stretch.

    `ongoing` counts for each stretch the spells that were seen to go on through it.
    """
    left, share = sum(ends), 1.0
    masses = []
    for ended, lasting in zip(ends, ongoing, strict=False):
        at_risk = left + lasting
        mass = share * min(1.0, ended / at_risk) if at_risk > 0.0 else 0.0
        masses.append(mass)
        share -= mass
        left -= ended
    return masses


def _steps(found: Mapping[Lasted, int], stretches: Sequence[Stretch]) -> Iterable[Step]:
    """The estimate and its bounds, on every day on which one of them changes."""
    ongoing = sorted(
        chain.from_iterable([one.low] * count for one, count in found.items() if one.high is None)
    )
    least: Counter[int] = Counter()
    most: Counter[int] = Counter()
    for one, count in found.items():
        if one.high is not None:
            least[one.low] += count
            most[one.high] += count
    kept = list(accumulate(stretches, lambda share, stretch: share - stretch.mass, initial=1.0))[1:]
    shares = [_tidy(share) for share in kept]
    curves = (
        product_limit(least, ongoing),
        list(zip((stretch.first for stretch in stretches), shares, strict=True)),
        list(zip((stretch.last for stretch in stretches), shares, strict=True)),
        product_limit(most, ongoing),
    )
    holding = [1.0] * len(curves)
    changes = sorted((day, number, share) for number, curve in enumerate(curves) for day, share in curve)
    for place, (day, number, share) in enumerate(changes):
        holding[number] = share
        if place + 1 == len(changes) or changes[place + 1][0] > day:
            yield Step(day, min(holding), holding[2], max(holding))


def _tidy(share: float) -> float:
    """The share without the dust of rounding."""
    return 0.0 if share < CLOSE else 1.0 if share > 1.0 - CLOSE else share


def _order(ends: tuple[int, int | None]) -> tuple[int, bool, int]:
    low, high = ends
    return low, high is None, high or 0


def _day(step: Step) -> int:
    return step.day
