"""Text as sentences."""

import re
from collections.abc import Iterator

_END = re.compile(
    r"""(?<=[.!?…])["”’»)\]]*\s+(?=["“‘«(\[]*[^\W\d_a-z])"""  # a small letter goes on, as after "e.g."
    r"""|(?<=[。！？।؟])["”」』）]*\s*|\s*\n\s*"""
)
_SHORT = re.compile(r"(?:^|[\s.(])(?:\w|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Lt|Sen|Rep|Gov|No|vs)\.$")
"""An initial or a title, behind which a name follows."""


def sentences(text: str) -> Iterator[str]:
    """Split text into its sentences, each with single spaces; a line of its own is one too."""
    begun = ""
    at = 0
    for end in _END.finditer(text):
        begun += text[at : end.start()] + end[0].rstrip()
        at = end.end()
        if "\n" not in end[0] and _SHORT.search(begun):
            begun += " "
            continue
        if shown := " ".join(begun.split()):
            yield shown
        begun = ""
    if shown := " ".join((begun + text[at:]).split()):
        yield shown
