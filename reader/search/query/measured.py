"""Questions about numbers among the words of a query: FID<2, 정확도 90% 이상.

In: nodes, and what tells whether some words are such a question. Out: the same nodes with `Noted` in place of those
words, so that the asker says which papers answer it.
"""

from collections.abc import Callable

from reader.search.query.nodes import All, Node, Noted, Word, whole_words

_MOST = 6  # words of a question

NUMBER = "number"
"""The name under which the asker answers."""


def measured(node: Node, is_question: Callable[[str], bool], taken: list[str]) -> Node:
    """The node with its questions about numbers; each is added to `taken`."""
    match node:
        case Word(text) if is_question(text):
            taken.append(text)
            return Noted(NUMBER, text, node.span)
        case All(children):
            return All(_children(children, is_question, taken))
        case _:
            return node


def _children(children: tuple[Node, ...], is_question: Callable[[str], bool], taken: list[str]) -> tuple[Node, ...]:
    found: list[Node] = []
    at = 0
    while at < len(children):
        words = whole_words(children[at : at + _MOST])
        texts = (" ".join(word.text for word in words[:many]) for many in range(len(words), 0, -1))
        text = next((text for text in texts if is_question(text)), None)
        if text is not None:
            taken.append(text)
            found.append(Noted(NUMBER, text))
            at += text.count(" ") + 1
        else:
            found.append(children[at])
            at += 1
    return tuple(found)
