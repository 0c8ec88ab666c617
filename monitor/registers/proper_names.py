"""Is a phrase the name of one thing, whatever the documents held are about?

How often a name stands in what is held tells how common it is only where what is held was not gathered for its sake.
Of a proper name more is known beforehand: a plan, a Bill or a review is called so once.
"""

import re

from monitor.model.sentences import phrase_words
from monitor.registers.distinctive_words import is_telling

# fmt: off
_MADE_ONCE = frozenset(re.findall(r"\w+", """plan strategy review report bill act inquiry enquiry audit charter
    framework programme scheme fund guarantee code paper consultation roadmap vision statement register standard
    standards agreement compact covenant pilot trial campaign summit prospectus blueprint manifesto pathway package
    deal pledge initiative challenge index survey evaluation investigation regulations order bond levy tax allowance
    grant loan project line crossing"""))
"""The nouns of names that are neither a standing body nor a person."""
_SMALL = frozenset(re.findall(r"\w+", "a an the of for and on in to into against with at by from or"))
_STANDING = frozenset(re.split(r",\s+", """government, parliament, house of commons, house of lords, prime minister,
    home office, cabinet office, foreign office, treasury, home secretary, secretary of state, nhs, nhs england,
    integrated care board, ofsted, ofgem, ofcom, ofwat, ofqual, network rail, national highways, homes england,
    environment agency, natural england, great british energy, bank of england, crown prosecution service, police,
    national crime agency, metropolitan police, border force, electoral commission, charity commission, law commission,
    low pay commission, competition and markets authority, care quality commission, financial conduct authority,
    information commissioner, health and safety executive, arts council england, sport england, historic england,
    forestry commission, planning inspectorate, land registry, met office, companies house, national audit office,
    office for national statistics, office for budget responsibility, united kingdom, great britain, northern ireland,
    european union, united nations"""))
"""Bodies and places that a hundred promises speak of."""
# fmt: on
_OFFICE = re.compile(
    r"\b(?:Department|Ministry|Secretary|Office|Minister|Member|House|Parliament|Government|Council)\b"
)


def names_one_thing(phrase: str, promised: str = "") -> bool:
    """Return whether a phrase is the proper name of one thing: a plan, a Bill, a fund, or what a promise names itself.

    `promised`: the words of the promise. A standing body, an office and words in small letters name no one thing.
    """
    said = phrase.replace("-", " ").split()
    large = [word for word in said if word.lower() not in _SMALL]
    capitals = len(large) > 1 and all(word[:1].isupper() or word[:1].isdigit() for word in large)
    if not capitals or not any(map(is_telling, phrase_words(phrase))):
        return False
    if " ".join(phrase_words(phrase)) in _STANDING or _OFFICE.search(phrase):
        return False
    return _head(said) in _MADE_ONCE or phrase.lower() in promised.lower()


def _head(said: list[str]) -> str:
    """Return the noun that says what a name stands for: its last word, or the word before “of” or “for”."""
    at = next((n for n, word in enumerate(said) if n and word.lower() in _SMALL - {"and", "or"}), len(said))
    return said[at - 1].lower().rstrip(".,")
