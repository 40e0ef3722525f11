"""Let `python -m reader` be the command."""

import sys

from reader.cli.main import main

sys.exit(main())
