"""Words of a query that name a concept, put together: the query as it is widened to what means the same.

In: nodes, and a table of concepts. Out: the same nodes with a `Term` in place of words that are a name together, the
longest name first. Nothing is looked up in the library.
"""

from reader.search.concepts.table import LONGEST, Concepts
from reader.search.query import nodes


def widened(node: nodes.Node, concepts: Concepts) -> nodes.Node:
    """The node with its names of concepts as terms; the same node where it has none."""
    match node:
        case nodes.Word() if not (node.prefix or node.literal):
            return _term((node,), concepts) or node
        case nodes.All(children):
            return nodes.All(_grouped(tuple(widened_inside(child, concepts) for child in children), concepts))
        case nodes.Any(children):
            return nodes.Any(tuple(widened(child, concepts) for child in children))
        case nodes.Within(kind, child):
            return nodes.Within(kind, widened(child, concepts))
        case _:
            return node  # quoted words mean themselves, and what is left out is left out as it was typed


def widened_inside(node: nodes.Node, concepts: Concepts) -> nodes.Node:
    """As `widened`, but for words, which may be part of a longer name."""
    return node if isinstance(node, nodes.Word) else widened(node, concepts)


def _grouped(children: tuple[nodes.Node, ...], concepts: Concepts) -> tuple[nodes.Node, ...]:
    found: list[nodes.Node] = []
    at = 0
    while at < len(children):
        words: list[nodes.Word] = []
        for child in children[at : at + LONGEST]:
            if not isinstance(child, nodes.Word) or child.prefix or child.literal:
                break
            words.append(child)
        term = next((t for n in range(len(words), 0, -1) if (t := _term(tuple(words[:n]), concepts))), None)
        found.append(term or children[at])
        at += len(term.words) if term else 1
    return tuple(found)


def _term(words: tuple[nodes.Word, ...], concepts: Concepts) -> nodes.Term | None:
    concept = concepts.of(" ".join(word.text for word in words))
    return nodes.Term(words, concept.names) if concept else None
