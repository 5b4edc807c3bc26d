"""How bad and how likely a harm is, and the risk that the two come to: the matrix of DCB0129.

The words and the matrix are those of NHS England's guidance to DCB0129 as its own UK Core Hazard Log prints them
(github.com/NHSDigital/IOPS-FHIR-Simplifier-Backup, UK-Core-Hazard-Log; read in a copy on 2026-11-28: grade V). The
guidance itself was not read.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from msgspec import Struct

Severity = Literal["minor", "significant", "considerable", "major", "catastrophic"]
Likelihood = Literal["very low", "low", "medium", "high", "very high"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
LIKELIHOODS: tuple[Likelihood, ...] = get_args(Likelihood)
# Likelihood -> the risk by severity, the mildest first.
MATRIX: Mapping[Likelihood, tuple[int, ...]] = {
    "very high": (3, 4, 4, 5, 5),
    "high": (2, 3, 3, 4, 5),
    "medium": (2, 2, 3, 3, 4),
    "low": (1, 2, 2, 3, 4),
    "very low": (1, 1, 2, 2, 3),
}
MEANING: Mapping[int, str] = {
    5: "unacceptable",
    4: "must be removed or controlled until it is acceptable",
    3: "undesirable; acceptable only when it cannot be made less by reasonable means",
    2: "acceptable where making it less would cost more than it gains",
    1: "acceptable",
}
SEVERITY_MEANS: Mapping[Severity, str] = {
    "catastrophic": "death or lasting severe harm of several people",
    "major": "death or lasting severe harm of one person",
    "considerable": "severe harm of one person that mends soon, or severe distress",
    "significant": "a lasting minor injury of one person, or significant distress",
    "minor": "a minor injury that mends soon, upset or inconvenience",
}
LIKELIHOOD_MEANS: Mapping[Likelihood, str] = {
    "very high": "certain or almost certain",
    "high": "not certain, but to be expected most times",
    "medium": "possible",
    "low": "could happen, but nearly always will not",
    "very low": "next to impossible",
}


class Rated(Struct, frozen=True, forbid_unknown_fields=True):
    """How bad the harm would be and how likely it is, in an engineer's judgement."""

    severity: Severity
    likelihood: Likelihood

    @property
    def risk(self) -> int:
        """The risk, from 1 (acceptable) to 5 (unacceptable)."""
        return MATRIX[self.likelihood][SEVERITIES.index(self.severity)]

    def exceeds(self, other: "Rated") -> bool:
        """Tell whether it is worse or more likely than another."""
        return (
            SEVERITIES.index(self.severity) > SEVERITIES.index(other.severity)
            or LIKELIHOODS.index(self.likelihood) > LIKELIHOODS.index(other.likelihood)
            or self.risk > other.risk
        )
