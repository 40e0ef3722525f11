"""Names of elements and attributes as "prefix:name" in lower case, with one prefix for every namespace that feeds use.

The prefixes are feedparser's, which ignores the case of names and takes an unknown namespace for its written prefix.
"""

import re

from reader.parse.fast.declining import Declined

RSS_10 = "http://purl.org/rss/1.0/"
ATOM_10 = "http://www.w3.org/2005/atom"

_USERLAND = "http://backend.userland.com/rss"
_PREFIXES = {
    **dict.fromkeys(
        (
            _USERLAND,
            "http://blogs.law.harvard.edu/tech/rss",
            RSS_10,
            "http://my.netscape.com/rdf/simple/0.9/",
            "http://purl.org/atom/ns#",
            ATOM_10,
            "http://purl.org/rss/1.0/modules/rss091#",
        ),
        "",
    ),
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/xml/1998/namespace": "xml",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/threading/": "thr",
    "http://wellformedweb.org/commentapi/": "wfw",
    "http://www.georss.org/georss": "georss",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://webns.net/mvcb/": "admin",
    "http://podlove.org/simple-chapters": "psc",
    "http://madskills.com/public/xml/rss/module/trackback/": "trackback",
    "http://madskills.com/public/xml/rss/module/pingback/": "pingback",
    "http://web.resource.org/cc/": "cc",
    "http://creativecommons.org/ns#license": "cc",
    "http://backend.userland.com/creativecommonsrssmodule": "creativecommons",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "creativecommons",
    "http://purl.org/rss/1.0/modules/taxonomy/": "taxo",
    "http://www.opengis.net/gml": "gml",
    "http://www.w3.org/1999/xlink": "xlink",
}
"""Prefix by namespace in lower case."""
_DECLARATION = re.compile(r"""xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Names(dict[str, str]):
    """Names of one document, by what ElementTree calls them: "{namespace}name"."""

    def __init__(self, text: str) -> None:
        """Learn the prefixes that a document declares, or decline where they stand for several things."""
        super().__init__()
        self.namespaces: set[str] = set()
        self._written: dict[str, set[str]] = {}
        meant: dict[str, set[str]] = {}
        for written, one, other in set(_DECLARATION.findall(text)):
            prefix, namespace = written.lower(), _plain(one or other)
            self.namespaces.add(namespace)
            self._written.setdefault(namespace, set()).add(prefix)
            meant.setdefault(prefix, set()).add(_PREFIXES.get(namespace, prefix))
        used = {_PREFIXES[namespace] for namespace in self.namespaces if namespace in _PREFIXES}
        for prefix, meanings in meant.items():
            # feedparser looks prefixes up once more, as if the known ones had been written.
            if prefix and (len(meanings) > 1 or (prefix in used and prefix not in meanings)):
                raise Declined

    def __missing__(self, tag: str) -> str:
        namespace, _, name = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
        prefix = self._prefix_of(_plain(namespace)) if namespace else ""
        found = self[tag] = f"{prefix}:{name.lower()}" if prefix else name.lower()
        return found

    def _prefix_of(self, namespace: str) -> str:
        known = _PREFIXES.get(namespace)
        if known is not None:
            return known
        written = self._written.get(namespace, set())
        if len(written) != 1:
            raise Declined
        (prefix,) = written
        return prefix or "?"


def _plain(namespace: str) -> str:
    """Give a namespace in lower case; all of Userland's are one, whatever their version."""
    namespace = namespace.lower()
    return _USERLAND if "backend.userland.com/rss" in namespace else namespace
