"""A share of a count, with the interval in which the true share may lie."""

from math import sqrt
from statistics import NormalDist

from msgspec import Struct

Z = NormalDist().inv_cdf(0.975)


class Share(Struct, frozen=True):
    """So many out of so many."""

    count: int
    of: int

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval of Wilson (1927), as two shares between 0 and 1; everything when nothing was counted."""
        if not self.of:
            return 0.0, 1.0
        share, spread = self.count / self.of, Z * Z / self.of
        middle = share + spread / 2
        reach = Z * sqrt(share * (1 - share) / self.of + spread / self.of / 4)
        return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))

    def __str__(self) -> str:
        """Print it as `58 of 59, 91 to 100%`."""
        low, high = self.interval
        return f"{self.count} of {self.of}, {100 * low:.0f} to {100 * high:.0f}%"
