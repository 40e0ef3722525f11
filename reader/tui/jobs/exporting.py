"""Writing the list of feeds."""

from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.library import Library

if TYPE_CHECKING:
    from reader.library.exporting import Export


def export_to(library: Library, path: Path) -> "Export":
    """Write the feeds on the web to a file, without passwords. Raises UsageError if it can't be written."""
    from reader.library.exporting import export_opml, write_list

    exported = export_opml(library)
    write_list(path, exported.body)
    return exported
