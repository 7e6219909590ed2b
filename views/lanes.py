"""The picture "who led what": lanes as inline SVG, for a wide page, a narrow one and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from .chart import Bar, Chart, Lane
from .labels import Box, Candidate, Placer, fit, surname, text_width
from .markup import Markup, element, number
from .model import spell_interval

__all__ = ["FORMATS", "Drawing", "Format", "draw_lanes", "said"]

_BAR = 7.0
_TRACK = 10.0
_INSET = 0.7


@dataclass(frozen=True, slots=True)
class Format:
    """The measures of one rendering, in pixels.

    gutter  the column of lane labels to the left; 0 puts each label above its lane
    years   from one year on the axis to the next
    """

    name: str
    width: float
    gutter: float
    lane_size: float
    name_size: float
    years: int
    right: float = 14.0

    @property
    def left(self) -> float:
        """Where time begins."""
        return self.gutter + 12 if self.gutter else 4.0


FORMATS = (
    Format("wide", 1344, 172, 12, 10.5, 2),
    Format("medium", 724, 128, 11.5, 10, 4),
    Format("narrow", 358, 0, 12, 10, 5, right=6),
)


@dataclass(slots=True)
class Drawing:
    """One finished SVG; `nameless` are the bars whose name found no room."""

    svg: Markup
    nameless: list[Bar] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Placed:
    bar: Bar
    y: float


def said(bar: Bar) -> str:
    """A term in one line, as a tooltip and for a screen reader."""
    term = bar.term
    state = f", {term.state.name}" if term.state is not None else ""
    return f"{term.person.label}{state}: {term.post.label}, {spell_interval(term.when)}"


class _Canvas:
    """Draws one chart in one format, from top to bottom."""

    def __init__(self, chart: Chart, form: Format) -> None:
        self.chart, self.form = chart, form
        self.numbers = {bar.term.iri: index for index, bar in enumerate(chart.bars)}
        people = sorted({bar.term.person.iri for bar in chart.bars})
        self.people = {iri: index for index, iri in enumerate(people)}
        self.colours = {state.iri: index for index, (state, _, _) in enumerate(chart.colours)}
        self.movers = {bar.term.person.iri for bar, _ in chart.moves}
        self.placed: dict[str, _Placed] = {}
        self.marks: list[Markup] = []
        self.names: list[Markup] = []
        self.frame: list[Markup] = []
        self.nameless: list[Bar] = []

    def x(self, day: float) -> float:
        span = max(self.chart.today - self.chart.first_day, 1)
        room = self.form.width - self.form.right - self.form.left
        return self.form.left + room * (day - self.chart.first_day) / span

    def colour(self, bar: Bar) -> str:
        state = bar.term.state
        if state is None:
            return "cn"
        return f"c{self.colours[state.iri]}" if state.iri in self.colours else "cx"

    def draw(self) -> Drawing:
        y = 22.0
        for group in self.chart.groups:
            y += 18
            self.frame.append(
                element("text", fit(group.label, 13, self.form.width)[0], class_="region", x=0, y=y)
            )
            y += 5
            for lane in group.lanes:
                y = self.lane(lane, y)
            y += 5
        height = y + 16
        paths, joints = self.moves()
        layers = (
            element("g", *self.axis(height), class_="axis", aria_hidden="true"),
            element("g", *self.frame),
            element("g", *paths, class_="moves", aria_hidden="true"),
            element("g", *self.marks),
            element("g", *joints, class_="moves", aria_hidden="true"),
            element("g", *self.names, class_="names", aria_hidden="true"),
        )
        svg = element(
            "svg",
            element("defs", *self.gradients()),
            *layers,
            class_=f"lanes {self.form.name}",
            viewBox=f"0 0 {number(self.form.width)} {number(height)}",
            role="group",
            aria_label=(
                f"{len(self.chart.bars)} terms on {len(self.chart.lanes)} lanes; "
                "arrow keys go from term to term"
            ),
        )
        return Drawing(svg, self.nameless)

    def gradients(self) -> Iterator[Markup]:
        for colour in [f"c{index}" for index in range(len(self.colours))] + ["cx", "cn"]:
            for way, stops in (("in", ("0.06", "0.5")), ("out", ("0.5", "0.06"))):
                yield element(
                    "linearGradient",
                    *(
                        element("stop", class_=colour, offset=str(at), stop_opacity=opacity)
                        for at, opacity in enumerate(stops)
                    ),
                    id=f"{self.form.name}-{colour}-{way}",
                )

    def axis(self, height: float) -> Iterator[Markup]:
        first, last = (date.fromordinal(day).year for day in (self.chart.first_day, self.chart.today))
        for year in range(first, last + 1):
            x = self.x(date(year, 1, 1).toordinal())
            if year % self.form.years:
                continue
            yield element("line", x1=x, x2=x, y1=20, y2=height - 16)
            half = text_width(str(year), 10.5) / 2
            if half <= x <= self.form.width - half:
                for y in (13.0, height - 4):
                    yield element("text", str(year), x=x, y=y, text_anchor="middle")

    def lane(self, lane: Lane, top: float) -> float:
        """Draws one lane from `top` on; returns where the next may begin."""
        form = self.form
        lines = fit(lane.label, form.lane_size, form.gutter or form.width, 2)
        upper = top + (form.name_size - 1) + (0 if form.gutter else form.lane_size + 4)
        bar_y = upper + 1.5
        bottom = bar_y + _BAR + (lane.tracks - 1) * _TRACK
        lower = bottom + form.name_size + 0.5
        if form.gutter:
            first = bar_y + _BAR - (len(lines) - 1) * (form.lane_size + 1) * (0.62 if len(lines) > 1 else 0)
            for index, line in enumerate(lines):
                y = first + index * (form.lane_size + 1)
                self.frame.append(element("text", line, class_="lane", x=form.gutter, y=y, text_anchor="end"))
            bottom = max(bottom, first + (len(lines) - 1) * (form.lane_size + 1))
        else:
            self.frame.append(element("text", lines[0], class_="lane", x=0, y=top + form.lane_size))
        for start, end in lane.mandates:
            left, right = self.x(max(start, self.chart.first_day)), self.x(end)
            middle = bar_y + _BAR / 2
            self.frame.append(element("line", class_="mandate", x1=left, x2=right, y1=middle, y2=middle))
        used_lower = self.labels(lane, upper, lower, Box(form.left, top, form.width, lower + 4))
        for bar in lane.bars:
            self.bar(bar, bar_y + bar.track * _TRACK, top)
        return (lower if used_lower else bottom) + 5

    def bar(self, bar: Bar, y: float, top: float) -> None:
        colour = self.colour(bar)
        first, sure_from, sure_to, last = (
            self.x(day) for day in (bar.first, bar.sure_from, bar.sure_to, bar.last)
        )
        first, last = first + _INSET, max(last - _INSET, first + _INSET + 1.2)
        sure_from, sure_to = max(sure_from, first), min(max(sure_to, first), last)
        parts = [
            element(
                "rect", class_="hit", x=first, y=top, width=max(last - first, 5), height=y + _BAR + 2 - top
            )
        ]
        parts.append(element("rect", class_="bed", x=first, y=y, width=last - first, height=_BAR))
        for left, right, known, way in (
            (first, sure_from, bar.opens, "in"),
            (sure_to, last, bar.closes, "out"),
        ):
            if right - left > 0.3:
                fade = None if known else f"url(#{self.form.name}-{colour}-{way})"
                style = f"{colour} doubt" if known else None
                parts.append(
                    element("rect", class_=style, fill=fade, x=left, y=y, width=right - left, height=_BAR)
                )
        if sure_to - sure_from > 0.3:
            parts.append(
                element("rect", class_=colour, x=sure_from, y=y, width=sure_to - sure_from, height=_BAR)
            )
        if bar.opens:
            parts.append(
                element("rect", class_=f"{colour} start", x=first, y=y - 1.5, width=1.6, height=_BAR + 3)
            )
        self.placed[bar.term.iri] = _Placed(bar, y + _BAR / 2)
        index = self.numbers[bar.term.iri]
        self.marks.append(
            element(
                "g",
                element("title", said(bar)),
                *parts,
                class_="term mark",
                data_fact=f"t{index}",
                data_person=str(self.people[bar.term.person.iri]),
                data_state=colour,
                tabindex="-1",
                role="button",
                aria_label=said(bar),
            )
        )

    def labels(self, lane: Lane, upper: float, lower: float, bounds: Box) -> bool:
        """Names above the bars, those that find no room below them; returns whether any stands below."""
        placer = Placer(bounds)

        def urgency(bar: Bar) -> tuple[bool, int, str]:
            return bar.term.person.iri not in self.movers, bar.first - bar.last, bar.term.iri

        used = False
        for bar in sorted(lane.bars, key=urgency):
            bold = bar.term.person.iri in self.movers
            name = surname(bar.term.person.label)
            place = placer.place(
                list(self.places(bar, text_width(name, self.form.name_size, bold=bold), upper, lower))
            )
            if place is None:
                self.nameless.append(bar)
                continue
            used = used or place.y == lower
            self.names.append(
                element(
                    "text",
                    name,
                    class_="name mover" if bold else "name",
                    data_person=str(self.people[bar.term.person.iri]),
                    data_state=self.colour(bar),
                    x=place.x,
                    y=place.y,
                )
            )
        return used

    def places(self, bar: Bar, width: float, upper: float, lower: float) -> Iterator[Candidate]:
        size = self.form.name_size
        left, right = self.x(bar.first), self.x(bar.last)
        edge = self.form.width - width
        starts = [left, (left + right - width) / 2, right - width, left - 8, left - 16, right - width - 8]
        for y in [upper] * (bar.track == 0) + [lower]:
            for start in starts:
                x = min(max(start, self.form.left), edge)
                if x <= right and x + width >= left:
                    yield Candidate(x, y, "start", Box(x, y - size * 0.8, x + width, y + size * 0.2))

    def moves(self) -> tuple[list[Markup], list[Markup]]:
        """The curves of people moving on, and the dots at their ends."""
        paths, joints = [], []
        for bar, following in self.chart.moves:
            a, b = self.placed[bar.term.iri], self.placed[following.term.iri]
            x1 = self.x(bar.last if bar.closes else bar.sure_to)
            x2 = self.x(following.first)
            if x2 - x1 < 12:
                x1 = min(x1, max(x2 - 6, self.x(bar.first) + 3))
            reach = max(abs(x2 - x1) * 0.5, min(26.0, abs(b.y - a.y) * 0.3))
            control = " ".join(number(v) for v in (x1 + reach, a.y, x2 - reach, b.y, x2, b.y))
            person = str(self.people[bar.term.person.iri])
            paths.append(
                element("path", class_="move", data_person=person, d=f"M{number(x1)} {number(a.y)}C{control}")
            )
            for x, y in ((x1, a.y), (x2, b.y)):
                joints.append(element("circle", class_="joint", data_person=person, cx=x, cy=y, r=2.1))
        return paths, joints


def draw_lanes(chart: Chart, form: Format) -> Drawing:
    """The chart as one SVG."""
    return _Canvas(chart, form).draw()
