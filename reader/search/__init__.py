"""Search: appearances in, papers out, best first. The only room that imports Whoosh.

In: `Document`s (what the catalogue has, as plain text) and what a person types. Out: `Results`, whose `Highlighter`
marks the matches in any text. Keeps away from the catalogue, from marks and from the screen: what is bookmarked or
unread comes in as sets of keys, and texts are not kept here.

How it works, from the bottom: `fold` one form for every text · `tokens` text → terms at positions · `particles` and
`verbs` the Korean a query needs · `grammar` what people type → a `tree` · `words` a word → every form that counts as
it · `postings` a generation of the index, read · `places` where forms stand · `matching` a tree → the documents ·
`ranking` the best first, `explaining` why · `index` the whole · `writer` its changes ·
`manifest` and `checking` its trust.
"""
