"""Scales: round ticks, and places along an axis."""

import math
from dataclasses import dataclass

from django.utils.formats import number_format

# Less than one hit in all the words ever spoken: nothing, and too small for logarithms.
SMALLEST = 1e-9


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: its label and its place (percent across, pixels down) as printed in SVG.

    ``minor`` marks are left out on narrow screens.
    """

    label: str
    at: str
    minor: bool = False


def round_steps(most: float, steps: int = 4) -> list[float]:
    """Return round numbers from 0 to the first that is at least ``most``, about ``steps`` apart.

    Steps are 1, 2 or 5 times a power of ten, after P. Heckbert, "Nice numbers for graph labels",
    Graphics Gems, 1990. ``most`` of nothing gives [0, 1].
    """
    if most < SMALLEST:
        return [0.0, 1.0]
    rough = most / steps
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999999)
    count = math.ceil(most / step - 1e-9)
    return [step * number for number in range(count + 1)]


def percent(part: float, whole: float) -> str:
    """Return ``part`` of ``whole`` as SVG writes it, "37.5%"; of nothing it is "0%"."""
    return f"{100 * part / whole:.2f}%".replace(".00%", "%") if whole else "0%"


def pixels(part: float, whole: float, height: int) -> str:
    """Return how far down a value lies when ``whole`` is at the top and 0 at ``height``."""
    return f"{height * (1 - (part / whole if whole else 0)):.1f}"


def number(value: float) -> str:
    """Return a tick's label as the language in force writes it: "0.5", "20", "1,500"."""
    text = f"{value:.0f}" if value == int(value) else f"{value:.6g}"
    return str(number_format(text, force_grouping=True))
