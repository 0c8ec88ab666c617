"""Do the pictures in README and docs show what the program draws today?"""

import re

import pytest

from tests.pictures import FOLDER, PICTURES, pictured_service, taken


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_is_what_the_program_draws(name: str) -> None:
    with pictured_service() as service:
        drawn = await taken(service, PICTURES[name])
    kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert texts(kept) == texts(drawn), "make screens draws it anew"
    assert not re.search(r"""(?:url\(|href=|src=)["']?https?:""", kept), "it fetches nothing"


def texts(svg: str) -> list[str]:
    """Return the words of a picture, in their order."""
    return re.findall(r"<text[^>]*>(.*?)</text>", svg)
