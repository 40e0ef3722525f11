"""Why a request failed, in words."""

import os
import ssl
from http import HTTPStatus

import aiohttp

from reader.text.safe import safe_line

_AGAIN = "try again later"
_ADDRESS = "check the address"
_NO_TLS = "it speaks no TLS; try http:// in place of https://"
_NOT_TLS = frozenset({"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST"})
"""What OpenSSL calls an answer in another protocol, by its version."""
_MEANING = {
    304: f", though nothing of the feed is here yet; {_AGAIN}",
    401: "; it wants a user name and a password, as in https://user:password@example.org/feed",
    403: "; it may want a user name and a password, or serve browsers alone",
    404: "; look on its site for the feed's new address",
    407: "; the proxy wants a user name and a password",
    410: ": the feed has ended and is asked no more; remove it, or look on its site for another",
    429: f": it is asked too often; {_AGAIN}",
}
_MEANING_OF_CLASS = {3: f" and does not say where the feed is; {_ADDRESS}", 4: f"; {_ADDRESS}"}

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
    (aiohttp.ClientResponseError, "the server did not answer in proper HTTP", f"{_ADDRESS}, or {_AGAIN}"),
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
    meaning = _MEANING.get(status) or _MEANING_OF_CLASS.get(status // 100, f"; {_AGAIN}")
    return f"the server answered {status} {phrase}".rstrip() + meaning


def reason_of(error: Exception, host: str) -> str:
    """Say what an exception of a request means; `host` is the one that was asked first."""
    if _speaks_no_tls(error):
        return "; ".join(filter(None, (_elsewhere(error, host), _NO_TLS)))
    sentence, advice = next((sentence, advice) for kind, sentence, advice in _SENTENCES if isinstance(error, kind))
    return "; ".join(
        (": ".join(part for part in (_elsewhere(error, host), sentence, _detail_of(error)) if part), advice)
    )


def _speaks_no_tls(error: Exception) -> bool:
    """Tell whether a server answered TLS with something else, or hung up on it: that fails without a number."""
    if not isinstance(error, aiohttp.ClientConnectorError) or isinstance(error, aiohttp.ClientProxyConnectionError):
        return False
    cause = error.os_error
    if isinstance(cause, ssl.SSLError):
        return cause.reason in _NOT_TLS
    return isinstance(cause, ConnectionError) and cause.errno is None


def _elsewhere(error: Exception, host: str) -> str | None:
    """Name the host that could not be reached if a redirect led there."""
    if not isinstance(error, aiohttp.ClientConnectorError) or isinstance(error, aiohttp.ClientProxyConnectionError):
        return None
    reached = safe_line(error.host, most=200)
    return f"it redirects to {reached}" if reached != host else None


def _detail_of(error: Exception) -> str | None:
    match error:
        case aiohttp.ClientConnectorCertificateError(certificate_error=ssl.SSLCertVerificationError() as cause):
            return safe_line(cause.verify_message, most=200)
        case aiohttp.ClientHttpProxyError():
            return refusal(error.status, error.message)
        case aiohttp.ClientConnectorDNSError() | aiohttp.ClientSSLError() | aiohttp.ClientProxyConnectionError():
            return None
        case aiohttp.ClientConnectorError():
            return os.strerror(error.os_error.errno).lower() if error.os_error.errno else None
        case _:
            return None
