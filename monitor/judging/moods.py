"""What is said to be done some day, or some time? Read by signing and softening alone; the rest stands in english."""

import re

from monitor.english.door import LONGEST
from monitor.english.quoting import asks, unquoted
from monitor.english.speakers import HOLDING, REFERRAL
from monitor.sentences import where

__all__ = ["FUTURE", "HOLDING", "INDEFINITE", "LONGEST", "REFERRAL", "asks", "unquoted", "where"]

FUTURE = re.compile(
    r"\b(?:will|shall|intends?|plans?|aims?|expects?|going to|due to|to be|would like to|committed to|hopes?)\b",
    re.IGNORECASE,
)
INDEFINITE = re.compile(
    r"\b(?:in due course|shortly|soon|as soon as possible|when parliamentary time allows|at the earliest opportunity"
    r"|in the near future|at the appropriate time)\b",
    re.IGNORECASE,
)
