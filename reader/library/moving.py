"""Files that were renamed or moved inside a folder: each stays the article it was."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath

from reader.model.raw import Fingerprint, FoundFiles


def moved_files(known: Mapping[str, Fingerprint], found: FoundFiles) -> dict[str, str]:
    """Match files that are missing with new ones of the same content: old key to new key.

    Of several with one content those of the same name belong together first, then those of the same order. An empty
    file is like any other empty file, so it is none that was moved.
    """
    missing, new = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for key in sorted(found.missing):
        missing[known[key].digest].append(key)
    for file in found.changed:
        if file.key not in known and file.fingerprint.size:
            new[file.fingerprint.digest].append(file.key)
    moves: dict[str, str] = {}
    for digest, keys in new.items():
        moves |= _matched(missing[digest], sorted(keys))
    return moves


def _matched(missing: list[str], new: list[str]) -> dict[str, str]:
    free = {PurePosixPath(key).name: key for key in reversed(new)}
    same_name = {old: free.pop(name) for old in missing if (name := PurePosixPath(old).name) in free}
    taken = set(same_name.values())
    rest = zip((key for key in missing if key not in same_name), (key for key in new if key not in taken), strict=False)
    return same_name | dict(rest)
