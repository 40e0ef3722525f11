"""Why a request failed, in words."""

import os
import ssl
from http import HTTPStatus

import aiohttp

from reader.text.safe import safe_line

_ADVICE = {
    401: "it wants a user name and a password, as in https://user:password@example.org/feed",
    403: "it may want a user name and a password, or serve browsers alone",
    407: "the proxy wants a user name and a password",
    410: "the feed has ended and can be removed",
    429: "it is asked too often; try again later",
}
_AGAIN = "try again later"
_ADDRESS = "check the address"

_SENTENCES: tuple[tuple[type[Exception], str, str], ...] = (
    (aiohttp.ClientConnectorDNSError, "no such host was found", "check the address and the connection"),
    (aiohttp.ClientConnectorCertificateError, "the server's certificate is not valid", _ADDRESS),
    (aiohttp.ClientSSLError, "no secure connection could be made (TLS)", _ADDRESS),
    (aiohttp.ClientProxyConnectionError, "the proxy could not be reached", "check http_proxy and https_proxy"),
    (aiohttp.ClientHttpProxyError, "the proxy refused", "check http_proxy and https_proxy"),
    (aiohttp.ClientConnectorError, "no connection could be made", "check the address and the connection"),
    (aiohttp.ConnectionTimeoutError, "no connection could be made in time", _AGAIN),
    (TimeoutError, "the server did not finish its answer in time", _AGAIN),
    (aiohttp.ClientPayloadError, "the answer broke off or could not be unpacked", _AGAIN),
    (aiohttp.ClientResponseError, "the server did not answer in proper HTTP", _ADDRESS),
    (aiohttp.ClientConnectionError, "the server closed the connection before it had answered", _AGAIN),
    (ValueError, "the address is not valid", _ADDRESS),
    (Exception, "the request failed", _AGAIN),
)
"""What happened, and what to do. The first kind that fits decides, so narrow kinds stand before wide ones."""


def refusal(status: int, reason: str | None) -> str:
    """Say what a status other than 2xx or 3xx means; `reason` is the server's own phrase."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = safe_line(reason or "", most=80)
    answer = f"the server answered {status} {phrase}".rstrip()
    return f"{answer} ({_ADVICE.get(status, _AGAIN if status >= 500 else _ADDRESS)})"


def reason_of(error: Exception) -> str:
    """Say what an exception of a request means."""
    sentence, advice = next((sentence, advice) for kind, sentence, advice in _SENTENCES if isinstance(error, kind))
    detail = _detail_of(error)
    return f"{sentence}: {detail}; {advice}" if detail else f"{sentence}; {advice}"


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
