"""Completions for bash, zsh and fish, and the manual page: all made from the command line's own parser.

In: `reader.commands.arguments.build_parser()`. Out: texts. So no option can be forgotten, and none that was removed
stays.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from typing import NamedTuple

from facts import COMMAND, NAME, PACKAGE, SUMMARY, build_day, version


class Option(NamedTuple):
    """An option of a command."""

    names: tuple[str, ...]  # "--json"
    help: str
    takes: str  # how its value is called, "" where it takes none
    choices: tuple[str, ...]


class Command(NamedTuple):
    """One command."""

    name: str
    help: str
    usage: str
    options: tuple[Option, ...]
    takes_path: bool  # whether what follows may be a file or a folder


_COMMON = ("--help", "--profile", "--debug")


def commands(parser: argparse.ArgumentParser) -> list[Command]:
    """The commands that people may type, in the parser's order; those hidden from its help are left out."""
    [subparsers] = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    listed = {choice.dest: choice.help or "" for choice in subparsers._choices_actions}
    return [
        Command(name, listed[name], _usage(found), tuple(_options(found)), _takes_path(found))
        for name, found in subparsers.choices.items()
        if name in listed
    ]


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:
        if action.option_strings and action.help is not argparse.SUPPRESS:
            takes = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
            choices = tuple(str(choice) for choice in action.choices or ())
            yield Option(tuple(action.option_strings), _plain(action.help), takes, choices)


def _usage(parser: argparse.ArgumentParser) -> str:
    return " ".join(parser.format_usage().removeprefix("usage: ").split())


def _takes_path(parser: argparse.ArgumentParser) -> bool:
    places = ("FOLDER", "PATH", "FILE", "OUT.png", "DIR")
    return any(not action.option_strings and action.metavar in places for action in parser._actions)


def _plain(text: str | None) -> str:
    return (text or "").replace("%%", "%")


def bash(known: list[Command]) -> str:
    """The completion of bash."""
    cases = []
    for command in known:
        words = " ".join(name for option in command.options for name in option.names)
        cases.append(f'    {command.name}) options="{words}"; paths={"yes" if command.takes_path else ""} ;;')
    values = {
        name: " ".join(option.choices)
        for command in known
        for option in command.options
        for name in option.names
        if option.choices
    }
    chosen = "\n".join(
        f'    {name}) mapfile -t COMPREPLY < <(compgen -W "{words}" -- "$current"); return ;;'
        for name, words in sorted(values.items())
    )
    return f"""# bash completion of {COMMAND}; made by packaging/shell_words.py
_daily_papers() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" word command="" options="" paths=""
  local commands="{" ".join(command.name for command in known)}"
  case "$before" in
    --profile|--file|--queries) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
{chosen}
  esac
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    if [[ " $commands " == *" $word "* ]]; then command="$word"; break; fi
  done
  case "$command" in
{chr(10).join(cases)}
    *) options="$commands --help --version --profile --debug"; paths=yes ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  if [[ $paths && $current != -* ]]; then
    mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -f -- "$current")
  fi
}}
complete -o filenames -F _daily_papers {COMMAND}
"""


def zsh(known: list[Command]) -> str:
    """The completion of zsh."""
    lines = [
        f"#compdef {COMMAND}",
        "# made by packaging/shell_words.py",
        "",
        "_daily_papers() {",
        "  local -a commands",
    ]
    lines += ["  commands=("]
    lines += [f"    {_quoted(f'{command.name}:{command.help}')}" for command in known]
    lines += ["  )", "  if (( CURRENT == 2 )); then", f"    _describe -t commands {COMMAND} commands", "    _files"]
    lines += ["    return", "  fi", '  case "$words[2]" in']
    for command in known:
        lines.append(f"    {command.name})")
        lines.append("      _arguments \\")
        for option in command.options:
            for name in option.names:
                value = f":{option.takes}:" + (f"({' '.join(option.choices)})" if option.choices else "_files")
                text = re.sub(r"[\[\]:]", " ", option.help)
                lines.append(f"        {_quoted(f'{name}[{text}]' + (value if option.takes else ''))} \\")
        lines += ["        '*:: :_files'" if command.takes_path else "        '*:: :_default'", "      ;;"]
    return "\n".join([*lines, "  esac", "}", "", '_daily_papers "$@"', ""])


def fish(known: list[Command]) -> str:
    """The completion of fish."""
    lines = ["# fish completion; made by packaging/shell_words.py"]
    alone = f"complete -c {COMMAND} -n __fish_use_subcommand"
    for command in known:
        lines.append(f"{alone} -f -a {command.name} -d {_quoted(command.help)}")
    for command in known:
        for option in command.options:
            line = f"complete -c {COMMAND} -n '__fish_seen_subcommand_from {command.name}'"
            for name in option.names:
                line += f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}"
            if option.choices:
                line += f" -x -a {_quoted(' '.join(option.choices))}"
            elif option.takes:
                line += " -r"
            lines.append(line + (f" -d {_quoted(option.help)}" if option.help else ""))
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def manual(known: list[Command]) -> str:
    """The manual page, section 1."""
    lines = [f'.TH {COMMAND.upper()} 1 "{build_day()}" "{NAME} {version()}"', ".SH NAME"]
    lines += [f"{_man(COMMAND)} \\- {_man(SUMMARY[0].lower() + SUMMARY[1:])}", ".SH SYNOPSIS"]
    lines += [f".B {_man(COMMAND)}", "[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]", ".SH DESCRIPTION"]
    lines += [
        "A reader for folders of daily posts of AI paper summaries: a window to skim, search, mark and annotate them,",
        "and the same from the command line. Without a command the window opens.",
        "Posts are only ever read. Nothing is contacted but what is opened or asked for.",
        ".SH COMMANDS",
    ]
    for command in known:
        lines += [".TP", f".B {_man(command.usage)}", _man(command.help)]
        for option in command.options:
            if option.help and option.names[-1] not in _COMMON:
                lines += [".RS", *_manual_option(option), ".RE"]
    lines.append(".SH OPTIONS OF EVERY COMMAND")
    for option in known[0].options:
        lines += _manual_option(option) if option.names[-1] in _COMMON else []
    lines += [".SH FILES", ".TP", f".I ~/.local/share/{PACKAGE}/", "Bookmarks, notes and other marks, with backups."]
    lines += [".TP", f".I ~/.config/{PACKAGE}/", "Settings."]
    lines += [".TP", f".I ~/.cache/{PACKAGE}/", "What is made from the posts; may be deleted at any time."]
    lines += [".PP", "Only the first of them stays when the package is removed."]
    lines += [".SH EXIT STATUS", "0: fine; 1: something of the world is wrong, said in one line; 2: wrong usage."]
    return "\n".join([*lines, ""])


def _manual_option(option: Option) -> list[str]:
    value = f" \\fI{_man(option.takes)}\\fR" if option.takes else ""
    return [".TP", f"\\fB{_man(', '.join(option.names))}\\fR{value}", _man(option.help)]


def _man(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in escaped)
