"""What is wrong in the config file, for the command line."""

import os

from reader.library.library import Library


def complaints_of(library: Library) -> list[str]:
    """Give one line for each wrong setting, also of those that are for the screen alone."""
    if not os.path.lexists(library.config_path):
        return []
    from reader.model.keys import check_keys

    _, complaints = check_keys(library.config.keys)
    return [*library.complaints, *(f"{library.config_path}: {complaint}" for complaint in complaints)]
