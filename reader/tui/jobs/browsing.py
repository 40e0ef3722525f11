"""Opening addresses in the user's browser."""

import webbrowser

from reader.text.safe import opens_in_browser


def takes_terminal() -> bool:
    """Whether the user's browser runs in this terminal (w3m, lynx) and needs it for itself."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser)


def open_address(address: str, copying_key: str) -> str | None:
    """Open an address; give None, or a sentence that says why not, and by which key it can be copied instead.

    Only http, https and mailto addresses with a host get through: see `reader.text.safe`.
    """
    if not opens_in_browser(address):
        return "This address is not opened: only web and mail addresses are."
    try:
        opened = webbrowser.open(address)
    except (webbrowser.Error, OSError):
        opened = False
    return None if opened else f"No browser was found. Press {copying_key} to copy the address, or set BROWSER."
