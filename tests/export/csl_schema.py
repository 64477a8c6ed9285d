"""What the schema of CSL-JSON 1.0.2 says of items, as far as our items go.

The schema: https://resource.citationstyles.org/schema/latest/input/json/csl-data.json. No package ships it, so its
rules are told here again: which types there are, which fields, and of what kind each is; nothing else is allowed.
"""

from typing import Any

_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset"
    " document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
    " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
    " treaty webpage"
)
_NAMES = (
    "author chair collection-editor compiler composer container-author contributor curator director editor"
    " editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author"
    " performer producer recipient reviewed-author script-writer series-creator translator"
)
_DATES = "accessed available-date event-date issued original-date submitted"
_NUMBERS = (
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number"
    " number-of-pages number-of-volumes page page-first part printing supplement volume"
)
_TEXTS = (
    "language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location archive-place"
    " authority call-number citation-label collection-title container-title container-title-short dimensions division"
    " DOI event event-title event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher"
    " original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre"
    " reviewed-title scale section source status title title-short URL version volume-title volume-title-short"
    " year-suffix"
)
_TEXT = {"type": "string"}
_FLAG = {"type": ["string", "number", "boolean"]}
_TEXT_OR_NUMBER = {"type": ["string", "number"]}
_PERSON = {
    "type": "object",
    "properties": {
        **dict.fromkeys(["family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"], _TEXT),
        **dict.fromkeys(["comma-suffix", "static-ordering", "parse-names"], _FLAG),
    },
    "additionalProperties": False,
}
_PEOPLE = {"type": "array", "items": _PERSON}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": _TEXT_OR_NUMBER},
        },
        "season": _TEXT_OR_NUMBER,
        "circa": _FLAG,
        "literal": {"type": "string"},
        "raw": {"type": "string"},
    },
    "additionalProperties": False,
}

CSL_DATA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"type": "string", "enum": _TYPES.split()},
            "id": _TEXT_OR_NUMBER,
            "categories": {"type": "array", "items": {"type": "string"}},
            "custom": {"type": "object"},
            **dict.fromkeys(_NAMES.split(), _PEOPLE),
            **dict.fromkeys(_DATES.split(), _DATE),
            **dict.fromkeys(_NUMBERS.split(), _TEXT_OR_NUMBER),
            **dict.fromkeys(_TEXTS.split(), _TEXT),
        },
    },
}
