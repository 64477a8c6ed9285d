"""A post with what a page may have: twenty formulas, five pictures, five tables, code, lists, a footnote."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen

from tests.factories import write_post

FORMULAS = (
    r"E = mc^2",
    r"\frac{a + b}{\sqrt{c^2 + d^2}}",
    r"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}",
    r"\int_{-\infty}^{\infty} e^{-x^2} \, dx = \sqrt{\pi}",
    r"\nabla_\theta \mathbb{E}_{x \sim p_\theta}[f(x)]",
    r"\mathcal{L}(\theta) = -\frac{1}{N} \sum_{i} \log p_\theta(y_i \mid x_i)",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\begin{bmatrix} 1 & 0 & 0 \\ 0 & 1 & 0 \\ 0 & 0 & 1 \end{bmatrix}",
    r"f(x) = \begin{cases} x & x \ge 0 \\ \alpha x & x < 0 \end{cases}",
    r"\mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right) V",
    r"\hat{y} = \arg\max_{y \in \mathcal{Y}} p(y \mid x)",
    r"D_{KL}(P \,\|\, Q) = \sum_x P(x) \log \frac{P(x)}{Q(x)}",
    r"x_{t-1} = \frac{1}{\sqrt{\alpha_t}} \left( x_t - \frac{\beta_t}{\sqrt{1 - \bar\alpha_t}} \epsilon_\theta \right)",
    r"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e",
    r"\|x\|_2 \le \|x\|_1 \le \sqrt{n}\,\|x\|_2",
    r"\overline{AB} \perp \vec{v}, \quad \tilde{z} \not\in \emptyset",
    r"\prod_{k=1}^{K} \pi_k^{z_k} \, \mathcal{N}(x \mid \mu_k, \Sigma_k)^{z_k}",
    r"\underbrace{a + \dots + a}_{n} = na",
    r"\min_G \max_D \; \mathbb{E}[\log D(x)] + \mathbb{E}[\log(1 - D(G(z)))]",
)
ALIGNED = r"\begin{align} a &= b + c \\ &= d + e + f \end{align}"
TABLES = r"""
| 이름 | 값 |
| --- | ---: |
| 정확도 | 69.8% |
| 매개변수 | 7B |

| 왼쪽 | 가운데 | 오른쪽 |
| :--- | :---: | ---: |
| 가 | 나 | 다 |
| 긴 글이 들어 있는 칸이라 줄이 바뀌어야 한다 | `code` | **굵게** |

| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 |
|---|---|---|---|---|---|---|---|---|----|----|----|----|----|
| 123.4 | 123.4 | 123.4 | 123.4 | 123.4 | 123.4 | 123.4 | 123.4 | 123.4 | 123.4 | 123.4 | 123.4 | 123.4 | 123.4 |

| 수식 | 뜻 |
| --- | --- |
| $\alpha_t$ | 잡음의 양 |
| $\frac{1}{2}$ | 절반 |
| [링크](https://example.org) | ~~지움~~ |

<table><tr><th rowspan='2'>모델</th><th colspan='2'>점수</th></tr><tr><th>처음</th><th>다시</th></tr>
<tr><td>작은</td><td>12.5</td><td>13.0</td></tr><tr><td>큰</td><td>20.1</td><td>24.9</td></tr></table>
"""
REST = """
```python
def fold(text: str, size: int = 80) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]  # all of it
```

- [ ] 할 일
- [x] 한 일

1. 하나
   - 안쪽
     - 더 안쪽
2. 둘

> 옮긴 글이다.

각주가 있다.[^1]

[^1]: 각주의 글.
"""
WIDE, HIGH = 4000, 3000  # px, of a photograph


def write_shapes(folder: Path) -> Path:
    """A blog of that one post."""
    pictures = folder / "assets"
    pictures.mkdir(parents=True)
    _photo(WIDE, HIGH).save(str(pictures / "photo.jpg"))
    _photo(300, 200).save(str(pictures / "small.png"))
    _drawing(Qt.GlobalColor.transparent).save(str(pictures / "dark-lines.png"))
    _drawing(QColor("white")).save(str(pictures / "chart.bmp"))
    (pictures / "shape.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='160'><rect x='10' y='10' width='380' height='140'"
        " rx='20' fill='#4a90d9'/><circle cx='200' cy='80' r='50' fill='#fff'/></svg>",
        encoding="utf-8",
    )
    formulas = [f"줄 안의 ${tex}$ 이다.\n\n$$\n{tex}\n$$\n" for tex in FORMULAS]
    names = ("photo.jpg", "small.png", "dark-lines.png", "chart.bmp", "shape.svg")
    shown = [f"![{name}의 설명](/assets/{name})\n" for name in names]
    parts = ["## 수식", *formulas, f"$${ALIGNED}$$\n", "## 그림", *shown, "## 표", TABLES, "## 그 밖", REST]
    head = "---\nlayout: post\ntitle: 모양\ndate: 2025-01-02 08:15:00\n---\n\n"
    write_post(folder / "_posts", "2025-01-02-shapes.md", head + "\n".join(parts))
    return folder


def _photo(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    across = QLinearGradient(QPointF(0, 0), QPointF(width, height))
    for at, colour in ((0.0, "#203a80"), (0.5, "#d06030"), (1.0, "#f0e0a0")):
        across.setColorAt(at, QColor(colour))
    painter.fillRect(image.rect(), across)
    painter.end()
    return image


def _drawing(ground: QColor | Qt.GlobalColor) -> QImage:
    image = QImage(600, 240, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(ground)
    painter = QPainter(image)
    painter.setPen(QPen(QColor("#202020"), 3))
    painter.drawRect(QRectF(20, 20, 560, 200))
    painter.drawLine(20, 220, 580, 20)
    painter.end()
    return image
