"""Footnotes of Markdown: numbers in the text, and the notes in a list below it."""

from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin


def number_footnotes(markdown: MarkdownIt) -> None:
    """Let `markdown` understand footnotes, referred to as [^1], since [1] is how links are numbered.

    There is no way from one place of an article to another, so none is a link.

    The plug-in's own rule for the end of the text drops notes that nothing refers to, and those that share a label.
    """
    markdown.use(footnote_plugin, inline=False).disable("footnote_tail")
    markdown.core.ruler.after("inline", "footnotes", _move_footnotes)
    markdown.add_render_rule("footnote_ref", lambda _self, tokens, at, *_: f"[^{tokens[at].meta['id'] + 1}]")


def _move_footnotes(state: StateCore) -> None:
    ids = state.env.get("footnotes", {}).get("refs", {})
    unfinished: list[tuple[int, list[Token]]] = [(-1, [])]
    numbered: dict[int, list[Token]] = {}
    others: list[list[Token]] = []
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            unfinished.append((ids[f":{token.meta['label']}"], []))
        elif token.type == "footnote_reference_close":
            number, note = unfinished.pop()
            if number < 0 or number in numbered:
                others.append(note)
            else:
                numbered[number] = note
        else:
            unfinished[-1][1].append(token)
    notes = [*(numbered[number] for number in sorted(numbered)), *others]
    ((_, text),) = unfinished
    state.tokens = [*text, *_list_of(notes)] if notes else text


def _list_of(notes: Iterable[list[Token]]) -> Iterator[Token]:
    yield Token("hr", "hr", 0, block=True)
    yield Token("ordered_list_open", "ol", 1, block=True)
    for note in notes:
        yield from (Token("list_item_open", "li", 1, block=True), *note, Token("list_item_close", "li", -1, block=True))
    yield Token("ordered_list_close", "ol", -1, block=True)
