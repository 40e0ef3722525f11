"""A library: where its files are, and connections to its database."""

import os
import sqlite3
import threading
from pathlib import Path
from typing import Self

from reader.library.config import Config, load_config
from reader.store.database import open_database

DATABASE_NAME = "newsreader.db"
CONFIG_NAME = "config.toml"
APPLICATION = "newsreader"


class Library:
    """One user's feeds and articles; every thread that uses it gets a database connection of its own."""

    def __init__(self, data_dir: Path, config: Config, complaints: tuple[str, ...] = ()) -> None:
        self.data_dir = data_dir
        self.config = config
        self.complaints = complaints
        """One line for each thing that is wrong in the config file."""
        self._threads = threading.local()
        self._opened: list[sqlite3.Connection] = []

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

    Raises DatabaseError on first use of `connection`, not here.
    """
    config, complaints = load_config(find_config_dir(config_dir) / CONFIG_NAME)
    return Library(find_data_dir(data_dir), config, complaints)


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
