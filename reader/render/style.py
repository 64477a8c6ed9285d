"""The page's style sheet, in the properties QTextBrowser knows.

Lengths are px made from the text size: QTextBrowser has no `em`. `line-height` in per cent multiplies the font's own
height: 115 % of Noto Sans CJK is what a browser draws for 1.67.
"""

from collections.abc import Callable

from reader.render.colour import bent
from reader.render.sheet import Look

_CODE_LINE = 118


def style_sheet(look: Look) -> str:
    """All rules for one look."""
    return f"{_text_rules(look)}\n{_block_rules(look)}"


def _text_rules(look: Look) -> str:
    theme, px = look.theme, _lengths(look)
    headings = "".join(
        f"p.h{level} {{ font-size:{px(size)}; font-weight:bold; line-height:100%; color:{colour};"
        f" margin-top:{px(above)}; margin-bottom:{px(0.5)} }}\n"
        for level, size, above, colour in (
            (1, 1.5, 1.9, theme.text),
            (2, 1.28, 1.8, theme.text),
            (3, 1.12, 1.6, theme.text),
            (4, 1.0, 1.4, theme.text),
            (5, 0.94, 1.3, theme.muted),
            (6, 0.88, 1.3, theme.muted),
        )
    )
    return f"""
body {{ font-size:{px(1)}; color:{theme.text} }}
p, li, dt, dd, div {{ line-height:{look.line}% }}
p {{ margin-top:0; margin-bottom:{px(0.7)} }}
ul, ol {{ margin-top:0; margin-bottom:{px(0.7)} }}
li {{ margin-top:0; margin-bottom:{px(0.3)} }}
a {{ color:{theme.accent}; text-decoration:underline }}
a.dead {{ color:{theme.muted} }}
span.mark {{ background-color:{theme.mark} }}
{headings}
p.section {{ font-size:{px(0.875)}; font-weight:bold; color:{theme.accent}; line-height:100%;
  margin-top:{px(1.75)}; margin-bottom:{px(0.55)} }}
p.unknown {{ color:{theme.muted} }}
p.figures, p.doubts {{ font-size:{px(0.8125)}; color:{theme.muted}; margin-bottom:{px(0.45)} }}
a.figures, a.doubts {{ color:{theme.muted}; text-decoration:none }}
td.label {{ color:{theme.muted}; font-size:{px(0.875)}; padding-right:{px(1)}; padding-top:{px(0.16)} }}
td.point {{ padding-bottom:{px(0.6)} }}
td.label p {{ font-size:{px(0.875)} }}
""".strip()


def _block_rules(look: Look) -> str:
    theme, px = look.theme, _lengths(look)
    return f"""
code, pre {{ font-family:"{look.mono}","D2Coding",monospace; font-size:{px(0.86)} }}
code {{ background-color:{theme.code} }}
code.aside {{ color:{theme.muted}; background-color:transparent }}
pre {{ white-space:pre-wrap; margin:0; line-height:{_CODE_LINE}% }}
table.code, table.quote, table.grid, table.place, table.rule {{ margin-top:{px(0.6)}; margin-bottom:{px(1)} }}
td.code {{ padding:{px(0.75)} {px(0.9)} }}
td.quote {{ border-left:3px solid {theme.line}; padding-left:{px(0.9)} }}
td.place {{ color:{bent(theme.muted, theme.text, theme.code)}; padding:{px(1.4)} {px(1)}; font-size:{px(0.875)} }}
td.rule {{ border-top:1px solid {theme.line}; font-size:1px; line-height:1px }}
table.points {{ margin-top:{px(0.5)} }}
span.place {{ color:{theme.muted} }}
table.grid {{ border-collapse:collapse }}
table.grid td, table.grid th {{ padding:{px(0.4)} {px(0.75)}; border-bottom:1px solid {theme.line} }}
table.grid td.whole, table.grid th.whole {{ white-space:nowrap }}
table.grid th {{ color:{theme.muted}; font-size:{px(0.875)}; font-weight:bold }}
p.formula, p.figure {{ text-align:center; margin-top:{px(0.6)}; margin-bottom:{px(1)} }}
""".strip()


def _lengths(look: Look) -> Callable[[float], str]:
    """What makes a share of the text size into px."""
    return lambda share: f"{round(look.text_size * share)}px"
