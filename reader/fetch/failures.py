"""Why a request failed, in words."""

import os
import ssl
from http import HTTPStatus

import aiohttp

from reader.text.safe import safe_line

_ADVICE = {
    401: "it wants a user name and a password, as in https://user:password@example.org/feed",
    404: "check the address",
    410: "the feed has ended and can be removed",
    429: "it is asked too often; try again later",
}


_SENTENCES: tuple[tuple[type[Exception], str], ...] = (
    (aiohttp.ClientConnectorDNSError, "no such host was found; check the address and the connection"),
    (aiohttp.ClientConnectorCertificateError, "the server's certificate is not valid"),
    (aiohttp.ClientSSLError, "no secure connection could be made (TLS)"),
    (aiohttp.ClientProxyConnectionError, "the proxy could not be reached; check http_proxy and https_proxy"),
    (aiohttp.ClientHttpProxyError, "the proxy refused"),
    (aiohttp.ClientConnectorError, "no connection could be made"),
    (aiohttp.ConnectionTimeoutError, "no connection could be made in time"),
    (TimeoutError, "the server did not finish its answer in time"),
    (aiohttp.ClientPayloadError, "the answer broke off or could not be unpacked"),
    (aiohttp.ClientResponseError, "the server did not answer in proper HTTP"),
    (aiohttp.ClientConnectionError, "the server closed the connection before it had answered"),
    (ValueError, "the address is not valid"),
)
"""The first kind that fits decides, so narrow kinds stand before wide ones."""


def refusal(status: int, reason: str | None) -> str:
    """Say what a status other than 2xx or 3xx means; `reason` is the server's own phrase."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = safe_line(reason or "", most=80)
    answer = f"the server answered {status} {phrase}".rstrip()
    advice = _ADVICE.get(status)
    return f"{answer} ({advice})" if advice else answer


def reason_of(error: Exception) -> str:
    """Say what an exception of a request means."""
    sentence = next((sentence for kind, sentence in _SENTENCES if isinstance(error, kind)), "the request failed")
    detail = _detail_of(error)
    return f"{sentence}: {detail}" if detail else sentence


def _detail_of(error: Exception) -> str | None:
    match error:
        case aiohttp.ClientConnectorCertificateError(certificate_error=ssl.SSLCertVerificationError() as cause):
            return safe_line(cause.verify_message, most=200)
        case aiohttp.ClientHttpProxyError():
            return refusal(error.status, error.message)
        case aiohttp.ClientConnectorDNSError() | aiohttp.ClientSSLError() | aiohttp.ClientProxyConnectionError():
            return None
        case aiohttp.ClientConnectorError():
            return os.strerror(error.os_error.errno or 0).lower()
        case _:
            return None
