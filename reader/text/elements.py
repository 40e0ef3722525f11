"""The HTML elements that an article may hold."""

# fmt: off
INLINE = frozenset({
    "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "strike", "strong", "sub", "sup", "tt", "u", "var",
})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "center", "details", "div", "dl", "fieldset", "figcaption", "figure",
    "footer", "header", "hgroup", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
}
PARTS = frozenset({"caption", "dd", "dt", "li", "tbody", "td", "tfoot", "th", "thead", "tr"})
VOID = frozenset({"br", "hr", "img"})

ALLOWED = INLINE | BLOCKS | PARTS | VOID

DROPPED = frozenset({
    "annotation", "iframe", "noembed", "noframes", "script", "style", "svg", "template", "textarea", "title",
})
"""Elements that go with all they hold. Others that are not allowed leave their content."""
# fmt: on
