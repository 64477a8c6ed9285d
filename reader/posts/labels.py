"""Words that name a link rather than a paper: "PDF", "arXiv", "코드", and how lines of them are told from sentences."""

import re

from reader.posts.folding import folded

_PAPER_WORDS = """
paper pdf arxiv abs abstract html link links url doi acl anthology openreview alphaxiv ar5iv hf paperpage
fulltext preprint original source title papers huggingface huggingfacepaper semanticscholar arxivlink
paperlink 논문 논문링크 링크 원문 원문링크 제목 출처 주소 초록 论文 论文链接 論文 論文リンク
链接 連結 原文 参照 参照元 出典 リンク 下载 下載 题目 標題 标题 タイトル
"""
_INVITING_WORDS = """
readthepaper readpaper readthefullpaper viewpaper viewthepaper fullpaper readonarxiv viewonarxiv seeonarxiv
논문보기 논문읽기 논문읽으러가기 논문보러가기 논문바로가기 논문원문 원문보기 원문읽기 원문바로가기
查看论文 阅读论文 阅读原文 論文を読む
"""
_OTHER_WORDS = """
code github gitlab repo repository project projectpage page website web site homepage home demo blog post
video youtube slides poster data dataset datasets model models weights checkpoint checkpoints bibtex
supplementary colab notebook twitter tweet x discussion comments huggingfacemodel twitterthread 코드 깃허브 프로젝트
홈페이지 데모 영상 데이터 代码 代碼 项目 项目主页 主页 コード プロジェクト
"""
_INVITING = frozenset(_INVITING_WORDS.split())
_OF_PAPER = frozenset(_PAPER_WORDS.split()) | _INVITING
_ALL = _OF_PAPER | frozenset(_OTHER_WORDS.split())

_ANY_OF = re.compile(r"[\W_]+")
_LABELLED = re.compile(r"^[\W_]{0,9}([^\W\d_][^:：\n]{0,30}?)[*_`\])】]{0,3}\s?[:：]")


def _bare(text: str) -> str:
    return _ANY_OF.sub("", folded(text))


def is_label(text: str) -> bool:
    """Whether a link's words say what it leads to, and are no title."""
    return _bare(text) in _ALL or not _bare(text)


def is_label_of_paper(text: str) -> bool:
    """Whether words announce the paper's own address."""
    return _bare(text) in _OF_PAPER


def invites(text: str) -> bool:
    """Whether a link's words ask to read the paper, which they do of no other than the one spoken of."""
    return _bare(text) in _INVITING


def begins_with_label(text: str) -> bool:
    """Whether a line begins with such words and a colon: `원문: …`, `**Link**: …`."""
    found = _LABELLED.match(text)
    return found is not None and is_label_of_paper(found[1])
