"""Files that the user names once, to take something from them."""

from pathlib import Path

from reader.model.errors import UsageError
from reader.text.safe import safe_line


def read_document(path: Path, most_bytes: int) -> bytes:
    """Read a regular file of at most so many bytes. Raises UsageError, with the file's name, if it can't be."""
    name = safe_line(str(path), most=200)
    try:
        if not path.exists():
            raise UsageError(f"{name}: there is no such file; check the name")
        if not path.is_file():  # a pipe or a device is not even opened, as that alone can block or act
            raise UsageError(f"{name}: this is not a regular file; name another")
        with path.open("rb") as file:
            body = file.read(most_bytes + 1)
    except OSError as error:
        raise UsageError(f"{name}: {(error.strerror or 'unreadable').lower()}; check who may read it") from None
    except ValueError:
        raise UsageError(f"{name}: this is not a file name; check it") from None
    if len(body) > most_bytes:
        raise UsageError(f"{name}: this is larger than {most_bytes // 2**20} MB; split it")
    return body
