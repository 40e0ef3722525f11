"""`newsreader export`."""

import argparse
import sys
from pathlib import Path

from reader.cli.messages import complain
from reader.library.exporting import export_opml, write_list
from reader.library.library import Library
from reader.text.counts import counted
from reader.text.safe import safe_line


def export(library: Library, args: argparse.Namespace) -> int:
    """Write the feeds on the web as OPML, to a file or to standard output."""
    export = export_opml(library, with_passwords=args.with_passwords)
    if args.file is not None:
        write_list(Path(args.file), export.body)
        print(f"{counted(export.feeds, 'feed')} written to {safe_line(args.file)}")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(export.body)
    if export.local:
        complain(
            f"{counted(len(export.local), 'source')} on this disk left out: a list of feeds holds web addresses only"
        )
    if export.without_password:
        complain(f"the password of {counted(export.without_password, 'feed')} left out; --with-passwords keeps them")
    return 0
