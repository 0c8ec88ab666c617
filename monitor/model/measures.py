"""What is counted, where a number was promised?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """So many of something that was promised: 3,000 `of` (any one name of it is enough) officers.

    `deeds`: where given, a figure counts only where one of these is told in its sentence.
    """

    number: int
    of: tuple[str, ...]
    deeds: tuple[str, ...] = ()
