"""Is an unknown field told with the one that was meant, and everything else that is wrong beside it?"""

import pytest

from tests.builders.register_files import faults

SLIPS = "earliest: 2025-03-01\n        milestone: plans\n        successor: rail"


@pytest.mark.parametrize("unknown", ["by: Ann Other", "zzqqy: [1, {a: b}]", "capton: weak"])
def test_an_unknown_field_hides_nothing_that_makes_no_sense_beside_it(unknown: str) -> None:
    found = faults("milestone: plan\n", f"{SLIPS}\n        {unknown}\n")
    told = " | ".join(f.what for f in found)
    for what in ("is no field", "no milestone plans", "no commitment rail", "after `on:`"):
        assert what in told
    assert len(found) == 4


def test_what_hangs_on_a_misspelt_field_is_judged_as_if_it_were_spelt_right() -> None:
    (found,) = faults("    milestones:\n", "    milestonse:\n")
    assert (found.line, found.mend) == (24, "did you mean `milestones`?")
    told = [f.what for f in faults("    milestones:\n      - id: plan", "    milestonse:\n      - id: money")]
    assert "the milestone id money comes twice" in told
    assert "there is no milestone plan" in told


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("why: It came out.", "why: It came out.\n        by: Ann Other", "take the line out"),
        ("why: It came out.", "why: It came out.\n        caton: weak", "did you mean `caution`?"),
        ("due: by Easter", "due: {said: by Easter, latset: 2025-04-20}", "did you mean `latest`?"),
        ("title: [pothole plan]}", "title: [pothole plan], kind: [x]}", "did you mean `kinds`?"),
        ("    title: Minister for Roads", "    title: Minister for Roads\n    hold: []", "did you mean `held`?"),
        ("about: Two", "abuot: Two", "did you mean `about`?"),
    ],
)
def test_only_a_field_that_may_stand_in_that_place_is_suggested(old: str, new: str, mend: str) -> None:
    (found,) = (f for f in faults(old, new) if "is no field" in f.what)
    assert found.mend == mend


def test_nothing_takes_its_own_place() -> None:
    (found,) = faults("milestone: plan\n", "milestone: plan\n        successor: mend-roads\n")
    assert found.what == "mend-roads can't take its own place"
