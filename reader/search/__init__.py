"""Search: appearances in, papers out, best first. The only room that imports Whoosh.

In: `Document`s (what the catalogue has, as plain text) and what a person types. Out: `Results`, whose `Highlighter`
marks the matches in any text. Keeps away from the catalogue, from marks and from the screen: what is bookmarked or
unread comes in as sets of keys, and texts are not kept here.

The rooms, from the bottom: `analysis` text → terms at positions, and a word → every form that counts as it · `query`
what people type → nodes · `store` terms ↔ disk, a generation at a time, trusted by its manifest · `match` nodes →
documents, the best first, and why. Before them stand `request` and `model`, what is asked and what is answered as
values, `searcher` one answer, `snippets` what is marked in a text, and `index` the whole.
"""
