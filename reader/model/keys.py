"""The whole keyboard, in one table: bindings, footer, help screen, palette, config file and README all come from it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from reader.model.panes import Pane


class Scope(StrEnum):
    """Who answers a key."""

    PANE = "pane"
    """The focused pane; each pane has an action of this name."""
    SCREEN = "screen"
    """The main screen, whatever has the focus."""


class Key(NamedTuple):
    """One thing the keyboard does."""

    id: str
    """What the config file calls it."""
    keys: str
    """The default keys, separated by commas, as Textual names them."""
    action: str
    """What is called: a method of the pane by its action's name, or `part.method` of the main screen.

    `{key}` behind it stands for the key that was pressed; "app." and "screen." begin Textual's own."""
    title: str
    """One or two words, for the footer and the palette."""
    help: str
    """One sentence, for the help screen and the README."""
    group: str
    scope: Scope = Scope.SCREEN
    hinted_in: tuple[Pane, ...] = ()
    """The panes in whose footer it stands."""


FEEDS, LIST, ARTICLE, RELATED = Pane
EVERYWHERE = tuple(Pane)

KEYS: tuple[Key, ...] = (
    Key("down", "j,down", "down", "Down", "The next row; in the article, one line down.", "Move", Scope.PANE),
    Key("up", "k,up", "up", "Up", "The row before; in the article, one line up.", "Move", Scope.PANE),
    Key("right", "l,right", "panes.right", "Right", "The pane to the right.", "Move"),
    Key("left", "h,left", "panes.left", "Left", "The pane to the left.", "Move"),
    Key("next_pane", "tab", "panes.next", "Next pane", "The next pane, round and round.", "Move"),
    Key("previous_pane", "shift+tab", "panes.previous", "Previous pane", "The pane before.", "Move"),
    Key("top", "g,home", "top", "Top", "Back to the top.", "Move", Scope.PANE),
    Key("bottom", "G,end", "bottom", "Bottom", "To the bottom.", "Move", Scope.PANE),
    Key("half_page_down", "ctrl+d", "half_page_down", "Half page down", "Half a page down.", "Move", Scope.PANE),
    Key("half_page_up", "ctrl+u", "half_page_up", "Half page up", "Half a page up.", "Move", Scope.PANE),
    Key("page_down", "ctrl+f,pagedown", "page_down", "Page down", "A page down.", "Move", Scope.PANE),
    Key("page_up", "ctrl+b,pageup", "page_up", "Page up", "A page up.", "Move", Scope.PANE),
    Key(
        "choose",
        "enter",
        "choose",
        "Open",
        "Open what is under the cursor.",
        "Read",
        Scope.PANE,
        (FEEDS, LIST, RELATED),
    ),
    Key(
        "read_on",
        "space",
        "walking.read_on",
        "Read on",
        "A page down in the article; at its end, the next unread one.",
        "Read",
        Scope.SCREEN,
        (LIST, ARTICLE),
    ),
    Key("next_article", "J", "walking.next_article", "Next article", "Open the next article of the list.", "Read"),
    Key("previous_article", "K", "walking.previous_article", "Previous article", "Open the article before.", "Read"),
    Key(
        "next_unread",
        "n",
        "walking.next_unread",
        "Next unread",
        "Open the next unread article, in the next feed if need be.",
        "Read",
        Scope.SCREEN,
        (LIST, ARTICLE),
    ),
    Key(
        "previous_unread", "N", "walking.previous_unread", "Previous unread", "Open the unread article before.", "Read"
    ),
    Key("back", "[", "walking.back", "Back in history", "Back through the articles you opened.", "Read"),
    Key("forward", "]", "walking.forward", "Forward in history", "Forward again.", "Read"),
    Key(
        "open_link",
        "o",
        "links.open_article",
        "Browser",
        "Open the article in the browser.",
        "Read",
        hinted_in=(ARTICLE, RELATED),
    ),
    Key("copy_link", "y", "links.copy_address", "Copy link", "Copy the article's address.", "Read"),
    Key("copy_text", "ctrl+c", "screen.copy_text", "Copy text", "Copy the text selected with the mouse.", "Read"),
    Key(
        "follow_link",
        "1,2,3,4,5,6,7,8,9,0",
        "links.take_digit {key}",
        "Follow link",
        "Follow the link of that number; Enter ends it early.",
        "Read",
    ),
    Key(
        "bookmark",
        "b",
        "marking.toggle_bookmark",
        "Bookmark",
        "Bookmark the article, or take the bookmark away.",
        "Mark",
        Scope.SCREEN,
        (LIST, ARTICLE, RELATED),
    ),
    Key(
        "toggle_read",
        "m",
        "marking.toggle_read",
        "Read/unread",
        "Mark the article read, or unread again.",
        "Mark",
        Scope.SCREEN,
        (LIST,),
    ),
    Key(
        "follow",
        "F",
        "following.toggle",
        "Follow",
        "Follow the story in the feed list, or stop.",
        "Mark",
    ),
    Key("mark_all_read", "A", "marking.mark_all_read", "All read", "Mark the whole list read; asks first.", "Mark"),
    Key("add", "a", "feeds.add", "Add", "Add a feed, a file or a folder.", "Feeds", hinted_in=(FEEDS,)),
    Key("remove", "D", "feeds.remove", "Remove", "Remove the feed; asks first.", "Feeds", hinted_in=(FEEDS,)),
    Key(
        "refresh",
        "r",
        "refreshing.refresh_chosen",
        "Refresh",
        "Refresh this feed or folder.",
        "Feeds",
        hinted_in=(FEEDS,),
    ),
    Key(
        "refresh_all", "R", "refreshing.refresh_all", "Refresh all", "Refresh every feed.", "Feeds", hinted_in=(FEEDS,)
    ),
    Key(
        "edit",
        "c",
        "tending.edit",
        "Change",
        "Change a feed's title, folder, address, interval, keeping; rename a folder.",
        "Feeds",
    ),
    Key("pause", "p", "tending.pause", "Pause", "Pause the feed or folder, or go on with it.", "Feeds"),
    Key("undo", "u", "feeds.undo", "Undo", "Bring the feed back that was removed last.", "Feeds"),
    Key("failing", "!", "failing.show", "Failing", "List the feeds that fail, to retry, mend or remove them.", "Feeds"),
    Key("import", "i", "moving.import_feeds", "Import", "Import feeds from a list (OPML) or from newsboat.", "Feeds"),
    Key("export", "e", "moving.export_feeds", "Export", "Export your feeds as a list (OPML).", "Feeds"),
    Key("search", "/", "searching.search", "Search", "Search all articles.", "View", hinted_in=(FEEDS, LIST)),
    Key(
        "sidebar",
        "s",
        "relating.toggle_sidebar",
        "Related",
        "Show or hide related articles.",
        "View",
        hinted_in=(ARTICLE,),
    ),
    Key(
        "fold",
        "f",
        "folding.toggle",
        "Fold stories",
        "One row for each story, or all its reports again.",
        "View",
        hinted_in=(LIST,),
    ),
    Key("unfold", "v", "folding.toggle_story", "Unfold", "Show or hide the other reports of this row's story.", "View"),
    Key(
        "timeline", "t", "timeline.show", "Timeline", "The article's story by time, and what each report adds.", "View"
    ),
    Key("zoom", "z", "panes.toggle_zoom", "Only article", "The article alone on the screen, and back.", "View"),
    Key("help", "?", "stage.show_help", "Keys", "All keys.", "Program", hinted_in=EVERYWHERE),
    Key("palette", "ctrl+p", "app.command_palette", "Palette", "Find any command by its name.", "Program"),
    Key(
        "quit",
        "q",
        "leaving.back_or_quit",
        "Back",
        "Back to the list; from there, quit.",
        "Program",
        hinted_in=EVERYWHERE,
    ),
    Key(
        "cancel",
        "escape",
        "leaving.back_or_stop",
        "Cancel",
        "Leave the search, the zoom or the article; else stop a refresh.",
        "Program",
    ),
)

_NAMES = {
    "space": "Space",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def keys_of(key: Key, chosen: Mapping[str, str]) -> list[str]:
    """Give the keys that do this, by the user's choice (id to keys, separated by commas) or by default."""
    return chosen.get(key.id, key.keys).split(",")


def shown_keys(key: Key, chosen: Mapping[str, str], most: int = 9) -> str:
    """Name the keys that do this for people, at most so many of them."""
    if "{key}" in key.action:
        return "1…9"
    return " ".join(_name(one) for one in keys_of(key, chosen)[:most])


def key_named(key_id: str, chosen: Mapping[str, str]) -> str:
    """Name the first key that does what an id stands for."""
    return next(shown_keys(key, chosen, most=1) for key in KEYS if key.id == key_id)


def _name(key: str) -> str:
    if key in _NAMES:
        return _NAMES[key]
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    shown = _NAMES.get(last) or (last.capitalize() if len(last) > 1 else last)
    return "-".join((*(modifier.capitalize() for modifier in modifiers), shown))


def groups() -> dict[str, list[Key]]:
    """Give the keys by group, both in the table's order."""
    found: dict[str, list[Key]] = {}
    for key in KEYS:
        found.setdefault(key.group, []).append(key)
    return found


def check_keys(chosen: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Check the key choices of the config file.

    Gives those that can be used, and one complaint for each that can't: an unknown id, no key, or a key taken twice.
    """
    accepted: dict[str, str] = {}
    complaints: list[str] = []
    remappable = {key.id: key for key in KEYS if "{key}" not in key.action}
    for key_id, keys in chosen.items():
        named = ",".join(one.strip() for one in keys.split(",") if one.strip())
        if key_id not in remappable:
            complaints.append(f"keys.{key_id} is not a key's id; the README's table of keys names them")
        elif not named:
            complaints.append(f"keys.{key_id} names no key; the default is used")
        else:
            accepted[key_id] = named
    while clash := _clash(accepted):
        key_id, rival, taken = clash
        del accepted[key_id]
        complaints.append(f"keys.{key_id}: {taken} is taken by {rival}; the default is used")
    return accepted, complaints


def _clash(chosen: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Find a choice that takes another command's keys, that command and the keys; a default may come back as such."""
    for key_id, keys in chosen.items():
        for rival in KEYS:
            taken = [one for one in keys.split(",") if one in keys_of(rival, chosen)]
            if taken and rival.id != key_id:
                return key_id, rival.id, ",".join(taken)
    return None


def readme_table() -> str:
    """Write the table of keys that stands in the README."""
    rows = ["| Keys | What it does | Id in the config file |", "|---|---|---|"]
    for key in KEYS:
        name = f"`{key.id}`" if "{key}" not in key.action else ""
        rows.append(f"| {_code(shown_keys(key, {}))} | {key.help} | {name} |")
    return "\n".join(rows)


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys.split(" "))
