"""What does a ledger tell and keep so that a board need not be worked out again?"""

from typing import Protocol


class BoardStore(Protocol):
    """Whether anything moved since a board was worked out, and the rows of registers that were."""

    def follows_from(self) -> str:
        """Return what stands for all that is recorded and that statuses follow from, whatever the register and the day.

        It is another text as soon as a document, a ruling or a day read is recorded, something damaged is noted or made
        whole, or what a wrong clock recorded is put right.
        """
        ...

    def stamp(self) -> str:
        """Return what stands for all that is recorded and that can be shown: `follows_from`, and more.

        What was told, how the sources are, and who is scanning move it as well; to renew a lease does not.
        """
        ...

    def kept_rows(self, name: str, follows_from: str) -> bytes | None:
        """Return the rows kept under a name, None where there are none, or they followed from something else."""
        ...

    def keep_rows(self, name: str, follows_from: str, packed: bytes) -> None:
        """Keep rows under a name, and let go of those that followed from something else.

        Nothing is kept by a ledger that may not be written to, nor by one that found rows it could not read.
        """
        ...
