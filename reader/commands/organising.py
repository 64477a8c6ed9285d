"""What a person makes of papers, from the command line: `revisit` (days to come back), `label`, `correct` (what is
right instead of a summary's words) and `words` (watched and muted ones)."""

import argparse
import re
from datetime import date, timedelta
from typing import Any

from reader.base.errors import ReaderError
from reader.commands.naming import keys_of
from reader.commands.output import print_json
from reader.marks import revisit
from reader.marks.model import HIGHLIGHT_COLOURS, LABEL_COLOURS, Highlight, system_clock
from reader.posts.model import PaperKey, SectionKind
from reader.services.profile import Profile

_TITLE = 70  # characters of a title in a list


def revisit_command(profile: Profile, given: argparse.Namespace) -> int:
    """Say when to come back to a paper; without one, list what to come back to."""
    today = revisit.local_day(system_clock())
    if given.key is None:
        if given.day or given.drop or given.again:
            raise ReaderError("Name the paper: daily-papers revisit KEY [DATE].")
        return _list_revisits(profile, today, as_json=given.json)
    keys = keys_of(profile, [given.key])
    if given.drop:
        profile.marks.set_revisit(keys, None)
    elif given.again:
        profile.marks.put_off(keys, today)
    elif given.day:
        profile.marks.set_revisit(keys, day_of(given.day, today))
    if given.again or given.day:
        profile.remember(keys)
    for key in keys:
        _say_revisit(profile, key, today, as_json=given.json)
    return 0


def _say_revisit(profile: Profile, key: PaperKey, today: date, *, as_json: bool) -> None:
    held = profile.marks.marks_of(key).revisit
    if as_json:
        print_json(
            {
                "key": key,
                "due": held.due.isoformat() if held else None,
                "step": held.step if held else 0,
                "is_due": held is not None and held.due <= today,
                "again": revisit.next_due(held, today).isoformat(),
            }
        )
    else:
        print(f"{key}: {held.due if held else 'not to come back to'}")


def day_of(text: str, today: date) -> date:
    """A day as a person writes it: 2026-12-24, +3d, +2w, today, tomorrow, next-week, next-month. Raises ReaderError."""
    named = {name.replace(" ", "-"): day for name, day in (("today", today), *revisit.quick_choices(today))}
    if text.lower() in named:
        return named[text.lower()]
    if match := re.fullmatch(r"\+([0-9]{1,6})([dw])", text.lower()):
        return revisit.later(today, int(match[1]) * (7 if match[2] == "w" else 1))
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise ReaderError(f"There is no day {text} ({error}).") from error
    raise ReaderError(f"{text!r} is no day. Write 2026-12-24, +3d, +2w, {', '.join(named)}.")


def label_command(profile: Profile, given: argparse.Namespace) -> int:
    """Put a label on a paper or take it off; make, rename, colour or remove labels; without anything, list them."""
    marks = profile.marks
    if given.key is not None:
        return _label_paper(profile, given)
    if given.remove:
        raise ReaderError("Name the paper and its label: daily-papers label KEY NAME --remove.")
    if given.add is not None:
        marks.add_label(given.add, given.colour or LABEL_COLOURS[0])
    elif given.rename is not None:
        marks.rename_label(*given.rename)
    elif given.recolour is not None:
        if given.colour is None:
            raise ReaderError("Say which --colour the label shall have.")
        marks.recolour_label(given.recolour, given.colour)
    elif given.delete is not None:
        marks.remove_label(given.delete)
    labels = marks.labels()
    if given.json:
        print_json({"labels": [label._asdict() for label in labels]})
    else:
        for label in labels:
            print(f"{label.count:6}  {label.colour:7} {label.name}")
    return 0


def _label_paper(profile: Profile, given: argparse.Namespace) -> int:
    keys = keys_of(profile, [given.key])
    if given.name is not None:
        profile.marks.set_label(keys, given.name, not given.remove)
        if not given.remove:
            profile.remember(keys)
    elif given.remove:
        raise ReaderError("Name the label to take off: daily-papers label KEY NAME --remove.")
    for key in keys:
        labels = profile.marks.labels_of(key)
        if given.json:
            print_json({"key": key, "labels": list(labels)})
        else:
            print(f"{key}: {', '.join(labels) or 'no labels'}")
    return 0


def correct_command(profile: Profile, given: argparse.Namespace) -> int:
    """Keep what is right instead of words of a summary, or take that back."""
    (key,) = keys_of(profile, [given.key])
    words = " ".join(given.words.split())
    known = next((each for each in profile.marks.highlights_of(key) if _one_line(each.quotation) == words), None)
    if known is not None:
        profile.marks.correct_highlight(known.id, given.correction)
    elif given.correction.strip():
        section, quotation, before, after = _place_of(profile, key, words)
        colour = HIGHLIGHT_COLOURS[0]
        profile.marks.add_highlight(key, section, quotation, before, after, colour, given.correction)
        profile.remember([key])
    else:
        raise ReaderError(f"These words of {key} are not corrected.")
    corrected = [each for each in profile.marks.highlights_of(key) if each.correction]
    if given.json:
        print_json({"key": key, "corrections": [_corrected_json(each) for each in corrected]})
    else:
        for each in corrected:
            print(f"{key}: {_one_line(each.quotation)} → {each.correction}")
    return 0


def _corrected_json(highlight: Highlight) -> dict[str, str]:
    return {
        "id": highlight.id,
        "section": highlight.section,
        "quotation": highlight.quotation,
        "correction": highlight.correction,
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _place_of(profile: Profile, key: PaperKey, words: str) -> tuple[str, str, str, str]:
    """Section, words, and what stands on both sides, in the latest post that has the words. Raises ReaderError."""
    record = profile.listing.record(key)
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    for appearance in record.appearances if record and words else ():
        found = [
            (section, text, match)
            for section, text in zip(appearance.paper.sections, appearance.texts, strict=True)
            for match in pattern.finditer(text)
        ]
        if len(found) > 1:
            raise ReaderError(f"These words stand {len(found)} times in {key}. Give more of the sentence.")
        for section, text, match in found:
            name = section.heading if section.kind is SectionKind.OTHER else section.kind.value
            return name, match[0], text[: match.start()], text[match.end() :]
    raise ReaderError(f"These words do not stand in the text of {key}. Copy them from it.")


def words_command(profile: Profile, given: argparse.Namespace) -> int:
    """Watch, mute or forget a word; list those there are."""
    marks = profile.marks
    if given.watch is not None:
        marks.watch_word(given.watch, "watch")
    elif given.mute is not None:
        marks.watch_word(given.mute, "mute")
    elif given.forget is not None:
        marks.forget_word(given.forget)
    words = marks.watched_words()
    if given.json:
        print_json({"words": [each._asdict() for each in words]})
    else:
        for each in words:
            print(f"{each.kind:6} {each.word}")
    return 0


def _list_revisits(profile: Profile, today: date, *, as_json: bool) -> int:
    revisits = profile.marks.revisits()
    titles = {key: _title(profile, key) for key, *_ in revisits}
    if as_json:
        papers: list[dict[str, Any]] = [
            {
                "key": each.key,
                "title": titles[each.key],
                "due": each.due.isoformat(),
                "step": each.step,
                "is_due": each.due <= today,
            }
            for each in revisits
        ]
        print_json({"today": today.isoformat(), "due": sum(paper["is_due"] for paper in papers), "papers": papers})
        return 0
    for each in revisits:
        print(f"{'*' if each.due <= today else ' '} {each.due}  {each.key:14} {titles[each.key][:_TITLE]}")
    if not revisits:
        print(f"There is nothing to come back to. For tomorrow ({today + timedelta(days=1)}): revisit KEY tomorrow")
    return 0


def _title(profile: Profile, key: PaperKey) -> str:
    record = profile.listing.record(key)
    return record.title if record else ""
