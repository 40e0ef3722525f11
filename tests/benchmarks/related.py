"""Measure what related articles cost, and how good they are: `python -m tests.benchmarks.related [ARTICLES...]`."""

import json
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import batched
from pathlib import Path
from random import Random
from statistics import mean, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from reader.library.library import Library
from reader.library.relating import related_articles
from reader.store.database import writing
from tests.benchmarks.made_news import Newsroom
from tests.benchmarks.measuring import print_table
from tests.related.libraries import add, empty_library, made
