"""Where the nodes of a small graph stand: least stress, the same on every machine.

Zheng, Pawar and Goodman, "Graph Drawing by Stochastic Gradient Descent", IEEE TVCG 25(9), 2019. In pure
Python on purpose: the last digits of vectorized arithmetic differ between machines, and a picture's bytes
with them.
"""

from __future__ import annotations

import math
import random
from collections import deque
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["stress_layout"]

_ROUNDS = 60
_LAST_STEP = 0.05
_SHORTEST = 1e-9

Point = tuple[float, float]


def stress_layout(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """A point for each node in the unit square, to four digits; the order of the input does not matter.

    >>> stress_layout(["b", "a"], [("a", "b")])
    {'a': (0.0, 0.5), 'b': (1.0, 0.5)}
    """
    order = sorted(set(nodes))
    if len(order) < 2:
        return dict.fromkeys(order, (0.5, 0.5))
    number = {node: index for index, node in enumerate(order)}
    near: list[set[int]] = [set() for _ in order]
    for source, target in edges:
        if source != target:
            near[number[source]].add(number[target])
            near[number[target]].add(number[source])
    points = _descend(_distances(near))
    return dict(zip(order, _unit_square(_turned(points)), strict=True))


def _distances(near: Sequence[set[int]]) -> list[list[float]]:
    """Hops between all pairs; between separate parts, a little more than they are wide."""
    rows: list[Mapping[int, int]] = []
    for start in range(len(near)):
        hops = {start: 0}
        queue = deque([start])
        while queue:
            here = queue.popleft()
            for there in sorted(near[here]):
                if there not in hops:
                    hops[there] = hops[here] + 1
                    queue.append(there)
        rows.append(hops)
    # What hangs together nowhere stands as far apart as the two parts are wide.
    far = [max(row.values()) for row in rows]
    radius = [min(far[j] for j in row) for row in rows]
    # Leaves around one hub all stand one hop from it: a degree of crowding pushes the hub's ring outwards.
    crowd = [1 + 0.09 * max(0, len(others) - 3) ** 0.8 for others in near]
    table = [[0.0] * len(near) for _ in near]
    for i in range(len(near)):
        for j in range(i):
            hops_ij = rows[i].get(j)
            if hops_ij is None:
                apart = 0.85 * (radius[i] + radius[j]) + 1.2
            else:
                apart = hops_ij * (1 if hops_ij > 1 else max(crowd[i], crowd[j]) ** 0.5)
            table[i][j] = table[j][i] = apart
    return table


def _descend(distance: Sequence[Sequence[float]]) -> list[Point]:
    size = len(distance)
    golden = math.pi * (3 - math.sqrt(5))
    x = [math.sqrt(i + 0.5) * math.cos(i * golden) for i in range(size)]
    y = [math.sqrt(i + 0.5) * math.sin(i * golden) for i in range(size)]
    pairs = [(i, j, distance[i][j]) for i in range(size) for j in range(i)]
    largest = max(d for _, _, d in pairs) ** 2
    decay = math.log(largest / _LAST_STEP) / max(_ROUNDS - 1, 1)
    shuffle = random.Random(7)  # noqa: S311 - a fixed order of work, not a secret
    for turn in range(_ROUNDS):
        shuffle.shuffle(pairs)
        step = largest * math.exp(-decay * turn)
        for i, j, d in pairs:
            mu = min(step / (d * d), 1.0)
            dx, dy = x[i] - x[j], y[i] - y[j]
            length = max(math.sqrt(dx * dx + dy * dy), _SHORTEST)
            move = mu * (length - d) / (2 * length)
            x[i] -= move * dx
            y[i] -= move * dy
            x[j] += move * dx
            y[j] += move * dy
    return list(zip(x, y, strict=True))


def _turned(points: Sequence[Point]) -> list[Point]:
    """The points turned so that they spread most from left to right."""
    size = len(points)
    mx, my = sum(p[0] for p in points) / size, sum(p[1] for p in points) / size
    centred = [(px - mx, py - my) for px, py in points]
    xx, yy = sum(px * px for px, _ in centred), sum(py * py for _, py in centred)
    xy = sum(px * py for px, py in centred)
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    turned = [(px * cos + py * sin, py * cos - px * sin) for px, py in centred]
    flip_x = -1 if turned[0][0] > 0 else 1
    flip_y = -1 if turned[0][1] > 0 else 1
    return [(px * flip_x, py * flip_y) for px, py in turned]


def _unit_square(points: Sequence[Point]) -> list[Point]:
    """The points stretched to the unit square, each axis by itself, the outermost ones drawn in a little."""

    def scaled(values: Sequence[float]) -> list[float]:
        low, high = min(values), max(values)
        if high - low < 1e-6:
            return [0.5] * len(values)
        return [round((value - low) / (high - low), 4) for value in values]

    return list(zip(scaled([p[0] for p in points]), scaled([p[1] for p in points]), strict=True))
