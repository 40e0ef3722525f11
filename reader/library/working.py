"""What a worker process does: it calls the functions that it is told to, until its parent has gone."""

import gc
import os
import pickle
import select
import signal
import socket
import struct
import threading
from typing import Any

HEAD = struct.Struct("<Q")
"""Before each message, its size."""


def packed(value: object) -> bytes:
    """Give a value as a message."""
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return HEAD.pack(len(content)) + content


def work(descriptor: int) -> None:
    """Answer the requests that come through a socket, each with a result or an exception."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to handle
    threading.Thread(target=_end_with_parent, args=(descriptor,), daemon=True).start()
    gc.set_threshold(20_000)  # a document makes thousands of objects, and most go without being looked for
    with socket.socket(fileno=descriptor) as connection, connection.makefile("rb") as requests:
        while head := requests.read(HEAD.size):
            (size,) = HEAD.unpack(head)
            connection.sendall(_answer(requests.read(size)))


def _answer(request: bytes) -> bytes:
    try:
        function, args, kwargs = pickle.loads(request)  # noqa: S301 - it is our parent's
        answer: tuple[Any, Exception | None] = function(*args, **kwargs), None
    except Exception as error:
        answer = None, error
    try:
        return packed(answer)
    except Exception as error:  # an exception that can't be pickled, as those with arguments of their own
        return packed((None, RuntimeError(repr(answer[1] or error))))


def _end_with_parent(descriptor: int) -> None:
    """Wait until the other end is closed, as it is however the parent ends, and end at once: nobody needs the rest."""
    parent = select.poll()
    parent.register(descriptor, 0)  # POLLHUP is always told
    while not parent.poll():
        pass
    os._exit(1)
