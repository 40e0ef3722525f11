"""Raised and lowered text, for which Unicode has characters of its own or mathematicians have signs."""

import re

_SCRIPT = re.compile(r"(?<=([^\s>]))<(su[bp])>([^\s<>&]{1,8})</\2>")
_SUPERSCRIPT = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_SUBSCRIPT = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SIGNED = re.compile(r"\w*\d\w*|[^\W\d]")
"""Numbers and single letters: longer words ("19th", "Mme") read well as they are."""


def spell_scripts(html: str) -> str:
    """Replace the `sub` and `sup` elements of safe HTML that hold no more than a sign: H₂O, x_i."""
    return _SCRIPT.sub(_spelled, html) if "<su" in html else html


def _spelled(script: re.Match[str]) -> str:
    before, name, text = script.groups()
    plain = text.translate(_SUPERSCRIPT if name == "sup" else _SUBSCRIPT)
    is_ordinal = before.isdigit() and text.isalpha()  # "1er", "1e", "2o"
    if is_ordinal or (plain == text and not _SIGNED.fullmatch(text)):
        return text
    if not any(character in text for character in plain):
        return plain
    return ("^" if name == "sup" else "_") + text if _SIGNED.fullmatch(text) else text
