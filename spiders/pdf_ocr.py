"""What do the pictures of a PDF say, where the extra `ocr` is installed? Letters in it may be wrong, and so are marked.

python -P -m spiders.pdf_ocr 2 3 < FILE.pdf > TEXT        (the second and the third page; without numbers, all)

RapidOCR brings its models with it; nothing is fetched. Like all that reads files from outside it works in a process of
its own, with bounds.
"""

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from spiders.pdf import UnreadablePdfError, bounded, run

MOST_PAGES = 20
SECONDS = 300
MEMORY = 6_000_000_000
"""Pages of one file, and the seconds and bytes of memory that they may take; the models reserve more than they use."""
_DOTS = 150 / 72
"""Dots to a point: 150 to an inch are enough for print."""
_SURE = 0.8
"""How sure a line must be: what is less so is noise, or handwriting."""


def installed() -> bool:
    """Return whether the extra is installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "pypdfium2"))


def text(body: bytes, pages: Sequence[int] = (), seconds: float = SECONDS) -> str:
    """Return what pages of a PDF say as pictures, line by line; UnreadablePdfError where that is nothing.

    `pages`: their numbers, from 1; all where there are none.
    """
    said = run("spiders.pdf_ocr", body, seconds, *map(str, pages[:MOST_PAGES]))
    if not said.strip():
        raise UnreadablePdfError("nothing in its pictures could be read")
    return said


def recognised(body: bytes, numbers: Sequence[int] = ()) -> str:
    """Return the lines that are recognised, a blank line between pages; raises what the libraries raise."""
    import pypdfium2  # noqa: PLC0415 - an extra, and for the reading process alone
    from rapidocr import RapidOCR  # noqa: PLC0415

    engine, pages = RapidOCR(params={"Global.log_level": "critical"}), []
    with pypdfium2.PdfDocument(body) as file:
        for number in (numbers or range(1, len(file) + 1))[:MOST_PAGES]:
            found = engine(file[number - 1].render(scale=_DOTS).to_numpy())
            lines = zip(found.txts or (), found.scores or (), strict=True)
            pages.append("\n".join(line for line, sure in lines if sure >= _SURE))
    return "\n\n".join(page for page in pages if page)


def main() -> int:
    """Read a PDF from stdin and write what its pictures say; return 1 where that fails, and say why on stderr."""
    bounded(MEMORY, SECONDS)
    try:
        said = recognised(sys.stdin.buffer.read(), [int(number) for number in sys.argv[1:]])
    except Exception as wrong:  # noqa: BLE001 - whatever a hostile file makes the libraries raise, the file is the cause
        sys.stderr.write(f"\n{type(wrong).__name__}: {' '.join(str(wrong).split())[:150]}\n")
        return 1
    sys.stdout.buffer.write(said.encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
