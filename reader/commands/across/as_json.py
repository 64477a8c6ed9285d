"""What reads across papers as JSON; docs/across.md describes the shapes."""

from datetime import date
from decimal import Decimal
from typing import Any

from reader.across.benchmarks import BenchmarkValue
from reader.across.compare import Comparison
from reader.across.doubts import Doubt
from reader.across.figures import Figure
from reader.across.lens import Lens, LensEntry
from reader.across.passages import Lensed, Passage
from reader.across.table import Table
from reader.across.trends import COUNTED, Trends
from reader.library.model import Appearance
from reader.posts.model import PaperKey
from reader.services.across.corrected import Corrections
from reader.services.across.reading import PaperNumbers


def lens(seen: Lens, own: Corrections) -> dict[str, Any]:
    """A lens."""
    return {
        "section": seen.section,
        "papers": [
            {**_entry(entry), **_passage(entry.passage), **_corrections(own, entry.key, seen.section, entry.passage)}
            for entry in seen.told
        ],
        "silent": [_entry(entry) for entry in seen.silent],
    }


def table(shown: Table, own: Corrections) -> dict[str, Any]:
    """A table."""
    return {
        "columns": list(shown.columns),
        "rows": [
            {
                "key": row.key,
                "title": row.title,
                "date": _day(row.day),
                "number": figure(row.number) if row.number else None,
                "cells": [
                    {**_passage(cell), **_corrections(own, row.key, column, cell)} if cell else None
                    for column, cell in zip(shown.columns, row.cells, strict=True)
                ],
            }
            for row in shown.rows
        ],
    }


def comparison(found: Comparison) -> dict[str, Any]:
    """Papers side by side."""
    return {
        "one_paper": found.is_one_paper,
        "papers": [_paper(each) for each in found.appearances],
        "sections": [
            {
                "kind": section.kind.value,
                "heading": section.heading,
                "passages": [_passage(each) if each else None for each in section.passages],
                "differences": [[run.change, run.text] for run in section.differences],
            }
            for section in found.sections
        ],
    }


def numbers(found: PaperNumbers) -> dict[str, Any]:
    """The figures and doubts of one appearance."""
    return {
        **_paper(found.appearance),
        "figures": [figure(each) for each in found.figures],
        "doubts": [_doubt(doubt) for doubt in found.doubts],
    }


def figure(shown: Figure) -> dict[str, Any]:
    """A figure with the sentence it leads to; numbers are texts, as exact as the post has them."""
    measured = shown.measured
    return {
        "label": shown.label,
        "metric": measured.metric,
        "benchmark": measured.benchmark,
        "kind": measured.kind,
        "value": _number(measured.value),
        "before": _number(measured.before),
        "high": _number(measured.high),
        "spread": _number(measured.spread),
        "versus": _number(measured.versus),
        "bound": measured.bound,
        "unit": measured.unit,
        "section": shown.section,
        "span": list(measured.span),
        "sentence_span": list(shown.sentence),
        "sentence": shown.sentence_text,
    }


def benchmark_value(value: BenchmarkValue) -> dict[str, Any]:
    """A value of a metric or benchmark."""
    return {
        "key": value.key,
        "title": value.title,
        "date": _day(value.day),
        "model": value.model,
        "section_kind": value.kind.value,
        **figure(value.figure),
    }


def trends(found: Trends) -> dict[str, Any]:
    """What a range is about."""
    return {
        "range": found.range,
        "papers": found.papers,
        "before": {"papers": found.before, "days": found.before_days},
        "counted": COUNTED,
        "days": [each._asdict() for each in found.days],
        "rising": [each._asdict() for each in found.rising],
        "first_seen": [each._asdict() for each in found.first_seen],
        "repeated": [{**each._asdict(), "days": list(each.days)} for each in found.repeated],
        "benchmarks": [each._asdict() for each in found.benchmarks],
    }


def _entry(entry: LensEntry) -> dict[str, Any]:
    return {"key": entry.key, "title": entry.title, "date": _day(entry.day)}


def _paper(appearance: Appearance) -> dict[str, Any]:
    paper = appearance.paper
    return {"key": paper.key, "title": paper.title, "date": _day(appearance.day), "post": appearance.post}


def _corrections(own: Corrections, key: PaperKey, section: Lensed, passage: Passage | None) -> dict[str, Any]:
    return {"corrections": [each._asdict() for each in own.of(key, section, passage)]}


def _passage(passage: Passage | None) -> dict[str, Any]:
    if passage is None:
        return {}
    said = passage._asdict()
    del said["points"]  # they are in its Markdown, and sections of their own
    return said


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "kind": doubt.kind,
        "reason": doubt.reason,
        "section": doubt.section if doubt.section >= 0 else None,
        "span": list(doubt.span),
        "here": doubt.here,
        "there": doubt.there,
        "words": list(doubt.words),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
