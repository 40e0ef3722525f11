"""`newsreader completion`: scripts for shells, made from the parser so that they know what it knows."""

import argparse
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from reader.cli.parser import COMMANDS, build_command_parser, build_opening_parser


class Option(NamedTuple):
    """An option of a command."""

    names: tuple[str, ...]
    help: str
    takes_value: bool
    value: str
    """What its value is called in the help."""
    choices: tuple[str, ...]


class Words(NamedTuple):
    """What can follow a command."""

    options: tuple[Option, ...]
    positional: tuple[str, ...]
    """The words that stand for themselves."""
    choices: tuple[str, ...]
    """Those, and the values of options."""
    files: bool
    """Whether it takes paths."""

    @property
    def optional(self) -> str:
        """The options, separated by spaces."""
        return " ".join(name for option in self.options for name in option.names)

    @property
    def listed(self) -> str:
        """All that is known by name, separated by spaces."""
        return " ".join([*self.choices, self.optional])


def completion(shell: str) -> int:
    """Print the completion script of a shell."""
    scripts = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    print(scripts[shell](), end="")
    return 0


def words_of(command: str | None) -> Words:
    """Give what can follow a command, or the bare `newsreader`."""
    parser = build_command_parser(command) if command else build_opening_parser()
    # argparse has no public list of what was added; every tool that completes for it reads this one.
    actions = parser._actions
    positional = [action for action in actions if not action.option_strings]
    return Words(
        tuple(_option(action) for action in actions if action.option_strings),
        tuple(choice for action in positional for choice in action.choices or ()),
        tuple(choice for action in actions for choice in action.choices or ()),
        any(action.metavar in {"SOURCE", "FILE"} for action in positional),
    )


def _option(action: argparse.Action) -> Option:
    names, choices = tuple(action.option_strings), tuple(action.choices or ())
    return Option(names, action.help or "", action.nargs != 0, str(action.metavar), choices)


def _bash() -> str:
    bare = words_of(None)
    known = {name: words_of(name) for name in COMMANDS}
    cases = "\n".join(
        f'        {name}) words="{" ".join(it.positional)}" options="{it.optional}" ;;' for name, it in known.items()
    )
    values = "\n".join(
        f"        {line}" for line in sorted({*_bash_values(bare), *chain(*map(_bash_values, known.values()))})
    )
    return f"""# bash completion of newsreader
_newsreader() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" command="" word words options
    COMPREPLY=()
    case "${{COMP_WORDS[COMP_CWORD-1]}}" in
{values}
    esac
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$word" in {"|".join(COMMANDS)}) command="$word"; break ;; esac
    done
    case "$command" in
        "") words="{" ".join(COMMANDS)}" options="{bare.optional}" ;;
{cases}
    esac
    [[ $current == -* ]] && words="$options"
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _newsreader newsreader
"""


def _bash_values(words: Words) -> Iterator[str]:
    """Tell what follows each option that takes a value; what is left open is a file."""
    for option in words.options:
        if not option.takes_value or option.value == "FILE":
            continue
        if option.choices:
            offer = f'COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$current"))'
        else:
            offer = f"compopt +o default{' -o dirnames' * (option.value == 'DIR')} 2>/dev/null"
        yield from (f"{name}) {offer}; return ;;" for name in option.names)


def _zsh() -> str:
    described = "\n".join(f"        {_quoted(f'{name}:{command.purpose}')}" for name, command in COMMANDS.items())
    words = {name: words_of(name) for name in COMMANDS}
    cases = "\n".join(f"        {name}) known=({it.listed}){'; _files' * it.files} ;;" for name, it in words.items())
    return f"""#compdef newsreader
# zsh completion of newsreader
_newsreader() {{
    local -a commands known
    commands=(
{described}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        compadd -- {words_of(None).listed}
        _files
        return
    fi
    case $words[2] in
{cases}
    esac
    compadd -a known
}}
if [[ $funcstack[1] == _newsreader ]]; then _newsreader "$@"; else compdef _newsreader newsreader; fi
"""


def _fish() -> str:
    bare = f"not __fish_seen_subcommand_from {' '.join(COMMANDS)}"
    lines = ["# fish completion of newsreader"]
    lines += _fish_options(bare, words_of(None))
    for name, command in COMMANDS.items():
        words = words_of(name)
        lines.append(f"complete -c newsreader -n {_quoted(bare)} -a {name} -d {_quoted(command.purpose)}")
        lines += _fish_options(f"__fish_seen_subcommand_from {name}", words)
    return "\n".join(lines) + "\n"


def _fish_options(condition: str, words: Words) -> list[str]:
    head = f"complete -c newsreader -n {_quoted(condition)}"
    lines = [] if words.files else [f"{head} -f"]
    if words.choices:
        lines.append(f"{head} -a {_quoted(' '.join(words.choices))}")
    for option in words.options:
        names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
        lines.append(f"{head} {names}{' -r' * option.takes_value} -d {_quoted(option.help)}")
    return lines


def _quoted(text: str) -> str:
    # All three shells read text between single quotes as it stands, but for the quote itself and fish's backslash.
    return "'" + text.replace("'", "") + "'"
