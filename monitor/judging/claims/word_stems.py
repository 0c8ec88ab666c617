"""Which words carry meaning, and what have the forms of one word in common? “Published” and “publication” do."""

import re
from functools import lru_cache

from monitor.model.sentences import plain

_GRAMMAR = """
    a an the of to in on for and or with by from at as is are was were be been being has have had will would
    shall should may might can could must do does did not no nor this that these those it its they them their
    he she his her we our us i my you your who which what when where how whether if than then so such there
    here all any each every both more most other some own same also only very just into over under out up down
    about after before between during through within without across against per
"""
FUNCTION_WORDS = frozenset(_GRAMMAR.split())
"""Words of grammar: they tell how something is said, and not of what."""
_EVERYWHERE = """
    government department minister ministers secretary state uk england united kingdom people year years work new make
    across support including further ensure provide
"""
_OF_ALL_ANSWERS = frozenset(_EVERYWHERE.split())
"""Words that stand in most answers, whatever they are about."""
_WORD = re.compile(r"[\w'’]+")
_CUT = "isation ization ations ation ments ment ings ing ions ion ers ed es er s e ly"
_ENDINGS = tuple(_CUT.split())
_IRREGULAR = {"publication": "publish", "publications": "publish"}
"""Nouns of deeds that share no beginning with their verbs, as far as promises have them."""
_SHORTEST = 4
"""Letters that a stem keeps at least."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what the forms of a word in small letters have in common; by their endings alone but for a few."""
    word = word.rstrip("*")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST:
        return word[:-3] + "y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that carry meaning."""
    said = {plain(word) for word in _WORD.findall(text)}
    return frozenset(stem(word) for word in said - FUNCTION_WORDS) - _OF_ALL_ANSWERS


@lru_cache(maxsize=65536)
def singular(noun: str) -> str:
    """Return a noun in the singular, by its ending alone."""
    if noun.endswith("ies") and len(noun) > _SHORTEST:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
