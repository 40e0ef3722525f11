"""A library: where its files are, and connections to its database."""

import os
import sqlite3
import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reader.store.database import open_database

if TYPE_CHECKING:
    from reader.model.config import Config

DATABASE_NAME = "newsreader.db"
CONFIG_NAME = "config.toml"
APPLICATION = "newsreader"


class Library:
    """One user's feeds and articles; every thread that uses it gets a database connection of its own."""

    def __init__(self, data_dir: Path, config_path: Path) -> None:
        self.data_dir = data_dir
        self.config_path = config_path
        self._threads = threading.local()
        self._opened: list[sqlite3.Connection] = []

    @property
    def config(self) -> "Config":
        """Give what the user has set, read on first use."""
        return self._loaded_config[0]

    @property
    def complaints(self) -> tuple[str, ...]:
        """Give one line for each thing that is wrong in the config file."""
        # Most users have no such file, and a command that needs no setting need not import what reads it.
        return self._loaded_config[1] if os.path.lexists(self.config_path) else ()

    @cached_property
    def _loaded_config(self) -> "tuple[Config, tuple[str, ...]]":
        from reader.library.config import load_config

        return load_config(self.config_path)

    @property
    def connection(self) -> sqlite3.Connection:
        """Give this thread's connection, opened on first use. Raises DatabaseError."""
        connection: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if connection is None:
            connection = self._threads.connection = open_database(self.data_dir / DATABASE_NAME)
            self._opened.append(connection)
        return connection

    def close(self) -> None:
        """Close the connections of all threads; none of them may be using its own any more."""
        self._threads = threading.local()
        while self._opened:
            self._opened.pop().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_library(data_dir: Path | None = None, config_dir: Path | None = None) -> Library:
    """Open the user's library; a directory that is not given comes from the environment, else from the platform.

    Nothing is read before it is used: it is `connection` that raises DatabaseError.
    """
    return Library(find_data_dir(data_dir), find_config_dir(config_dir) / CONFIG_NAME)


def find_data_dir(given: Path | None = None) -> Path:
    """Give the absolute directory of the database: the one given, NEWSREADER_DATA_DIR, or the platform's."""
    return _given_directory(given, "NEWSREADER_DATA_DIR") or _platform_directory("user_data_path")


def find_config_dir(given: Path | None = None) -> Path:
    """Give the absolute directory of the config file: the one given, NEWSREADER_CONFIG_DIR, or the platform's."""
    return _given_directory(given, "NEWSREADER_CONFIG_DIR") or _platform_directory("user_config_path")


def _given_directory(given: Path | None, variable: str) -> Path | None:
    chosen = given or os.environ.get(variable)
    return Path(chosen).absolute() if chosen else None


def _platform_directory(function: str) -> Path:
    import platformdirs  # takes 18 ms, and is not needed when a directory is given

    path: Path = getattr(platformdirs, function)(APPLICATION, appauthor=False)
    return path
