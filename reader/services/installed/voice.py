"""The voice of this computer: a program that reads a text aloud and ends when it has.

Tried on Linux, with espeak-ng and with a stand-in for spd-say; the others are written after their manuals.
"""

import re
import shutil
import sys
from typing import NamedTuple

SPEEDS = {"slow": 0.75, "normal": 1.0, "fast": 1.5, "fastest": 2.0}
_WORDS_A_MINUTE = 175
_HANGUL = re.compile("[가-힣]")
_SAPI = (
    "Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.Rate = {rate}; [Console]::InputEncoding = [Text.Encoding]::UTF8; $voice.Speak([Console]::In.ReadToEnd())"
)


class Spoken(NamedTuple):
    """How a text is read aloud."""

    command: list[str]
    given: str  # on the standard input, UTF-8


def has_voice() -> bool:
    """Whether this computer has a voice."""
    return _program() is not None


def spoken(text: str, speed: str) -> Spoken | None:
    """How to read a text aloud at one of the `SPEEDS`; None where there is no voice."""
    program, factor = _program(), SPEEDS[speed]
    language = "ko" if _HANGUL.search(text) else "en"
    words = str(round(_WORDS_A_MINUTE * factor))
    match program:
        case None:
            return None
        case "spd-say":  # takes its text as an argument alone
            rate = str(round((factor - 1) * 100))
            return Spoken([program, "--wait", "--rate", rate, "--language", language, "--", text], "")
        case "say":
            voice = ["-v", "Yuna"] if language == "ko" else []
            return Spoken([program, *voice, "-r", words, "-f", "-"], text)
        case "powershell":
            rate = str(round((factor - 1) * 10))
            return Spoken([program, "-NoProfile", "-Command", _SAPI.replace("{rate}", rate)], text)
        case _:
            return Spoken([program, "-v", language, "-s", words, "--stdin"], text)


def _program() -> str | None:
    of_system = {"darwin": ("say",), "win32": ("powershell",)}.get(sys.platform, ("spd-say", "espeak-ng", "espeak"))
    return next((program for program in of_system if shutil.which(program)), None)
