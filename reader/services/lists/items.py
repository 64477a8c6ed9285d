"""JSON: CSL-JSON, what this program prints with --json, and the bookmarks that browsers save."""

from collections.abc import Iterator

from reader.services.lists.named import Listed, Named, by_fields

_DEEPEST = 50
_OF_PAPERS = frozenset({"title", "doi", "url", "arxiv_id", "eprint", "archiveid", "number", "link"})


def items(document: object) -> Listed:
    """The papers in a JSON document: every object that has a title, an id or a link."""
    return Listed(list(_walked(document, _DEEPEST)), [])


def _walked(value: object, deeper: int) -> Iterator[Named]:
    if isinstance(value, list) and deeper:
        for each in value:
            yield from _walked(each, deeper - 1)
    elif isinstance(value, dict):
        fields = {str(name).lower(): str(each) for name, each in value.items() if isinstance(each, str | int)}
        holds_more = any(isinstance(value.get(name), list) for name in ("children", "items", "papers", "hits"))
        if not holds_more and ("uri" in fields or (fields.get("type") == "url" and "url" in fields)):
            bookmark = by_fields({"url": fields.get("uri") or fields["url"], "title": _title_of(fields)})
            yield bookmark._replace(is_sure=False)
        elif not holds_more and _OF_PAPERS & fields.keys():
            yield by_fields(fields, own=fields.get("key", ""))
        elif deeper:
            for each in value.values():
                yield from _walked(each, deeper - 1)


def _title_of(fields: dict[str, str]) -> str:
    return fields.get("title") or fields.get("name") or ""
