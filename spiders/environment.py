"""Which of our variables does a child of ours get, and where does it find our packages?"""

import os
from collections.abc import Mapping
from pathlib import Path

import spiders


def environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Return a child's environment: ours, with the folder our packages are in on its path when run from a checkout.

    A site-packages folder is never put there: it would come before the standard library.
    """
    root = Path(spiders.__file__).resolve().parent.parent
    paths = [p for p in ours.get("PYTHONPATH", "").split(os.pathsep) if p]
    if root.name not in ("site-packages", "dist-packages") and str(root) not in paths:
        paths.insert(0, str(root))
    absolute = [str(Path(p).resolve()) for p in paths]
    rest = {k: v for k, v in ours.items() if k != "PYTHONPATH" and not k.startswith("SCRAPY_")}
    return rest | ({"PYTHONPATH": os.pathsep.join(absolute)} if absolute else {})
