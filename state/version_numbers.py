"""Under which number does a version stand, when another process may have been quicker?"""

from collections.abc import Mapping


def numbered(held: Mapping[int, str], wanted: int, fingerprint: str) -> int:
    """Return the number under which a reading is held already, or the one it is to be recorded under.

    `held` are the fingerprints of the document's versions, by number. A number taken by a different reading
    goes to whoever was first; the later one moves behind the last, so that neither is lost.
    """
    if not held or held.get(wanted) == fingerprint:
        return wanted
    if held.get(wanted - 1) == fingerprint:
        return wanted - 1
    last = max(held)
    if wanted not in held:
        return last if held[last] == fingerprint else wanted
    later = (number for number in sorted(held) if number > wanted and held[number] == fingerprint)
    return next(later, last + 1)
