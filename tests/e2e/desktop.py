"""A private desktop to drive the real program on: an X server without a screen, a window manager, a message bus.

In: keys, clicks and words, as a person gives them (xdotool). Out: windows, pictures, the program's own answers.
Talks over Unix sockets alone, so it works without any network. Everything that waits has a time limit and says
what it waited for; nothing sleeps for a fixed time.
"""

import json
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image, ImageGrab

TOOLS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
INSTALL = "apt-get install --no-install-recommends xvfb xauth openbox xdotool at-spi2-core dbus-x11 faketime"
SIZE = (1440, 900)
START_SECONDS = 30.0  # for a server or a window to be there, on a busy machine

HANGUL_DELAY = "400"  # ms a letter: xdotool borrows a key for each, and on a busy machine 150 came out wrong
PLAIN_DELAY = "12"

# New windows get the keyboard; no keys of its own, so that every one reaches the program.
OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><focus><focusNew>yes</focusNew></focus></openbox_config>
"""

# Stands in for the system's browser: a line for each address the program opens.
XDG_OPEN = """#!/bin/sh
printf '%s\\n' "$1" >>"$HOME/opened-links"
"""

Answer = TypeVar("Answer")


class NeverHappenedError(AssertionError):
    """What a test waited for did not come in time."""


def until(condition: Callable[[], Answer], what: str, seconds: float = START_SECONDS) -> Answer:
    """Ask again and again until the answer is true, and return it."""
    end = time.monotonic() + seconds
    while not (answer := condition()):
        if time.monotonic() > end:
            raise NeverHappenedError(f"{what}: not within {seconds:g} s")
        time.sleep(0.02)
    return answer


@dataclass
class Desktop:
    """A screen of one's own, with a home of its own. Made by `private_desktop`."""

    env: dict[str, str]  # for every program started on it
    home: Path
    programs: list["Program"] = field(default_factory=list)

    def run(self, *arguments: str | Path, profile: Path, env: dict[str, str] | None = None) -> "Program":
        """Start `python -m reader ARGUMENTS --profile PROFILE`."""
        return self.start(["-P", "-m", "reader", *map(str, arguments), "--profile", str(profile)], env)

    def start(self, arguments: Sequence[str], env: dict[str, str] | None = None) -> "Program":
        """Start this Python with the arguments given, on this desktop. What it says goes to a file."""
        log = self.home / f"program-{len(self.programs) + 1}.log"  # of this test; the next one's take its place
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                env=self.env | (env or {}),
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        self.programs.append(Program(self, process, log))
        return self.programs[-1]

    def ask(self, *arguments: str | Path, profile: Path) -> dict[str, Any]:
        """What `daily-papers ARGUMENTS --json` answers about a profile: the way to see what was really kept."""
        command = [sys.executable, "-P", "-m", "reader", *map(str, arguments), "--json", "--profile", str(profile)]
        run = subprocess.run(command, env=self.env, cwd=self.home, stdout=subprocess.PIPE, check=True, timeout=60)
        answer: dict[str, Any] = json.loads(run.stdout)
        return answer

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard, letter by letter."""
        delay = PLAIN_DELAY if text.isascii() else HANGUL_DELAY
        self.xdotool("type", "--delay", delay, "--", text)

    def key(self, *chords: str) -> None:
        """Press keys one after the other, as xdotool names them: "ctrl+f", "Return", "j"."""
        self.xdotool("key", "--delay", PLAIN_DELAY, *chords)

    def click(self, x: int, y: int, *, window: str | None = None, button: int = 1, times: int = 1) -> None:
        """Click at a place of the screen, or of a window, in pixels from its top left corner."""
        within = ["--window", window] if window else []
        again = ["--repeat", str(times), "--delay", "50"]
        self.xdotool("mousemove", *within, str(x), str(y), "click", *again, str(button))

    def windows(self, title: str = ".*", pid: int | None = None) -> list[str]:
        """The ids of the windows to be seen whose title the regular expression finds."""
        within = ["--all", "--pid", str(pid)] if pid else []
        found = self.xdotool("search", "--onlyvisible", *within, "--name", title, check=False)
        return [window for window in found.split() if self.title(window)]

    def title(self, window: str) -> str:
        """A window's title, "" if it has none or has gone."""
        return self.xdotool("getwindowname", window, check=False).strip()

    def wait_for_window(self, title: str, seconds: float = START_SECONDS) -> str:
        """The id of the first window with such a title (a regular expression), with the keyboard given to it."""
        [window, *_] = until(lambda: self.windows(title), f"a window titled {title!r}", seconds)
        self.activate(window)
        return window

    def activate(self, window: str) -> None:
        """Give a window the keyboard, and wait until it has it."""
        self.xdotool("windowactivate", window)
        until(lambda: self.xdotool("getactivewindow", check=False).strip() == window, f"window {window} in front")

    def picture(self) -> Image.Image:
        """The whole screen as it is now."""
        return ImageGrab.grab(xdisplay=self.env["DISPLAY"])

    def screenshot(self, path: Path) -> Path:
        """Keep a picture of the screen, for a person to look at."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.picture().save(path)
        return path

    def opened_links(self) -> list[str]:
        """The addresses the programs handed to the system's browser, in order."""
        log = self.home / "opened-links"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def xdotool(self, *arguments: str, check: bool = True) -> str:
        """One call of xdotool, which must succeed unless `check` is off; what it printed."""
        run = subprocess.run(
            ["xdotool", *arguments], env=self.env, capture_output=True, text=True, check=False, timeout=60
        )
        assert run.returncode == 0 or not check, f"xdotool {' '.join(arguments)}: {run.stderr.strip()}"
        return run.stdout

    def clear(self) -> None:
        """End every program still running and forget the links opened, for the next test."""
        for program in self.programs:
            program.kill()
        self.programs.clear()
        (self.home / "opened-links").unlink(missing_ok=True)


@dataclass(frozen=True)
class Program:
    """A program on a desktop."""

    desktop: Desktop
    process: "subprocess.Popen[bytes]"
    log: Path  # all it printed

    def wait_for_window(self, title: str = ".+", seconds: float = START_SECONDS) -> str:
        """The id of its first window with such a title, with the keyboard given to it."""

        def look() -> list[str]:
            code = self.process.poll()
            assert code is None, f"the program ended with exit code {code} and showed no window:\n{self.said()}"
            return self.desktop.windows(title, pid=self.process.pid)

        [window, *_] = until(look, f"a window of the program titled {title!r}", seconds)
        self.desktop.activate(window)
        return window

    def wait_for_end(self, seconds: float = START_SECONDS) -> int:
        """Its exit code, once it has ended."""
        until(lambda: self.process.poll() is not None, "the program's end", seconds)
        return int(self.process.returncode)

    def kill(self) -> None:
        """End it at once, as `kill -9` does; nothing if it has ended."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)

    def said(self) -> str:
        """All it has printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")


def missing_tools() -> list[str]:
    """The programs a desktop is made of that this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@contextmanager
def private_desktop(home: Path, size: tuple[int, int] = SIZE) -> Iterator[Desktop]:
    """A desktop whose programs live in `home`; it ends, and all on it, with the context."""
    with ExitStack() as stack:
        # Not in `home`: a socket's path may have 107 bytes and no more.
        runtime = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="desktop-")))
        env = _variables(home, runtime)
        env["DISPLAY"] = _start_screen(stack, env, size)
        env["DBUS_SESSION_BUS_ADDRESS"] = _start_bus(stack, env, runtime)
        desktop = Desktop(env, home)
        _start_window_manager(stack, desktop)
        stack.callback(desktop.clear)
        yield desktop


def _variables(home: Path, runtime: Path) -> dict[str, str]:
    """The environment of a desktop: nothing of the person's own desktop, input method or home is in it."""
    strange = re.compile(r"XDG_|QT_|GTK_|DISPLAY|WAYLAND_|DBUS_|XMODIFIERS|XAUTHORITY|LC_|LANG|PYTHON(HOME|PATH)")
    env = {name: value for name, value in os.environ.items() if not strange.match(name)}
    stand_ins = home / "bin"
    stand_ins.mkdir(parents=True)
    (stand_ins / "xdg-open").write_text(XDG_OPEN)
    (stand_ins / "xdg-open").chmod(0o755)
    return env | {
        "HOME": str(home),
        "PATH": f"{stand_ins}{os.pathsep}{env['PATH']}",
        "XDG_RUNTIME_DIR": str(runtime),
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "xcb",
    }


def _start_screen(stack: ExitStack, env: dict[str, str], size: tuple[int, int]) -> str:
    """Start an X server on a display nobody uses; its name (":7")."""
    read, write = os.pipe()
    with os.fdopen(read, "rb") as answer:
        screen = f"{size[0]}x{size[1]}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
        _start(stack, command, env, pass_fds=(write,))
        os.close(write)
        return f":{_line(answer.fileno(), 'Xvfb')}"


def _start_bus(stack: ExitStack, env: dict[str, str], runtime: Path) -> str:
    """Start a message bus of this desktop alone; its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    bus = _start(stack, [*command, f"--address=unix:path={runtime}/bus"], env, stdout=subprocess.PIPE)
    assert bus.stdout is not None
    stack.callback(bus.stdout.close)
    return _line(bus.stdout.fileno(), "dbus-daemon")


def _start_window_manager(stack: ExitStack, desktop: Desktop) -> None:
    """Without one, no window gets the keyboard and no shortcut works."""
    config = desktop.home / "openbox.xml"
    config.write_text(OPENBOX, encoding="utf-8")
    _start(stack, ["openbox", "--sm-disable", "--config-file", str(config)], desktop.env)
    # The root window tells the number of desktops once a window manager runs.
    until(lambda: desktop.xdotool("get_num_desktops", check=False), "openbox")


def _start(stack: ExitStack, command: list[str], env: dict[str, str], **streams: Any) -> "subprocess.Popen[bytes]":
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, **(quiet | streams))
    stack.callback(_end, process)
    return process


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


def _line(source: int, who: str) -> str:
    """The first line a server prints, by which it says that it is ready."""
    said = b""
    end = time.monotonic() + START_SECONDS
    while b"\n" not in said:
        ready, _, _ = select.select([source], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise NeverHappenedError(f"{who} said nothing within {START_SECONDS:g} s")
        some = os.read(source, 4096)
        if not some:
            raise NeverHappenedError(f"{who} ended at once")
        said += some
    return said.decode().strip()
