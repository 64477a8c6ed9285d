"""How often the encoding of a file is guessed right: our own guess beside well-kept libraries, on invented texts.

    PYTHONPATH=. python -m tests.bench.encodings      charset-normalizer and chardet are asked where they are installed

For each encoding and length, 40 pieces of prose are cut out, half of them put below an English heading with a link.
Right is what gives back every character. Prints the share that is right and the time for a piece.
"""

import importlib
import random
import sys
import time
import unicodedata
from collections.abc import Callable

from reader.posts.encoding import decode

KOREAN = (
    "주전자에 물을 붓고 불을 켜면 한참 뒤에 김이 오른다. 뚜껑은 덜컹거리고 창문은 흐려진다. 아침마다 "
    "같은 소리가 난다. 우리는 이 과정을 세 단계로 나누어 살펴보고, 각 단계에서 얼마나 많은 열이 "
    "사라지는지 재었다. 실험 결과 제안한 방법은 기존 방법보다 빠르고 조용했다. 다만 뚜껑이 없는 "
    "주전자에서는 차이가 뚜렷하지 않았으며, 이는 앞으로 풀어야 할 숙제이다. 숟가락은 차갑고 그릇은 "
    "따뜻하다. 저녁이 되면 등불을 켜고 책을 읽는다. 똠방각하의 펲시콜라 이야기도 가끔 나온다."
)
JAPANESE = (
    "やかんに水を入れて火をつけると、しばらくして湯気が上がる。ふたはかたかたと鳴り、窓はくもる。毎朝おな"
    "じ音がする。本研究では、この過程を三つの段階に分けて調べ、それぞれの段階で失われる熱の量を測定した。"
    "実験の結果、提案手法は従来の方法より速く静かであった。ただし、ふたのないやかんでは違いがはっきりせず"
    "、今後の課題である。スプーンは冷たく、器はあたたかい。夕方になるとランプをともして本を読む。データセ"
    "ットは公開されていない。"
)
SIMPLIFIED = (
    "把水倒进水壶，点上火，过一会儿蒸汽就会升起来。壶盖咔嗒作响，窗户变得模糊。每天早上都是同样的声音。我"
    "们把这个过程分成三个阶段，并测量每个阶段损失了多少热量。实验结果表明，所提出的方法比现有方法更快、更"
    "安静。不过，对于没有盖子的水壶，差别并不明显，这是今后需要解决的问题。勺子是凉的，碗是热的。到了傍晚"
    "，点上灯读书。数据集尚未公开，代码可以在网上找到。"
)
TRADITIONAL = (
    "把水倒進水壺，點上火，過一會兒蒸汽就會升起來。壺蓋喀喀作響，窗戶變得模糊。每天早上都是同樣的聲音。我"
    "們把這個過程分成三個階段，並測量每個階段損失了多少熱量。實驗結果顯示，所提出的方法比現有方法更快、更"
    "安靜。不過，對於沒有蓋子的水壺，差別並不明顯，這是今後需要解決的問題。勺子是涼的，碗是熱的。到了傍晚"
    "，點上燈讀書。資料集尚未公開，程式碼可以在網路上找到。"
)
FRENCH = (
    "On verse de l'eau dans la bouilloire, on allume le feu, et après un moment la vapeur s'élève. Le "
    "couvercle tremble, la fenêtre se couvre de buée. Nous avons découpé ce procédé en trois étapes et "
    "mesuré la chaleur perdue à chacune d'elles. À l'évidence, la méthode proposée est plus rapide et "
    "plus légère. Für Löffel gilt das nicht: sie sind kühl, während Schüsseln wärmer bleiben. El año que "
    "viene seguirá el niño con la señal más débil, ¿no? Então não há solução às vezes."
)
WINDOWS = FRENCH.replace("'", "’") + " « Œuvre » — “une cuillère” coûte 3 €… et l’on s’étonne."
TEXTS = {
    "cp949": KOREAN,
    "johab": KOREAN.replace("펲", "펩"),
    "cp932": JAPANESE,
    "euc_jp": JAPANESE,
    "iso2022_jp": JAPANESE,
    "gb18030": SIMPLIFIED,
    "big5": TRADITIONAL,
    "utf-16": KOREAN,
    "utf-16-le": KOREAN,
    "utf-16-be": JAPANESE,
    "utf-32-le": KOREAN,
    "latin-1": FRENCH,
    "cp1252": WINDOWS,
}
LENGTHS = (10, 30, 100, 300, 2_000)  # characters of prose
PIECES = 40
HEADING = "## 1. [Slow Kettles](https://arxiv.org/abs/2601.91011)\n\n"

Guess = Callable[[bytes], str]


def pieces(text: str, length: int, random_: random.Random) -> list[str]:
    """Pieces of prose that have something that is not ASCII in them."""
    endless = text + " " + text * (length // len(text) + 1)
    found: list[str] = []
    while len(found) < PIECES:
        start = random_.randrange(len(endless) - length + 1)
        piece = endless[start : start + length]
        if not piece.isascii():
            found.append(HEADING + piece if len(found) % 2 else piece)
    return found


def ours(source: bytes) -> str:
    return decode(source).text


def charset_normalizer() -> Guess:
    library = importlib.import_module("charset_normalizer")
    return lambda source: str(library.from_bytes(source).best() or "")


def chardet() -> Guess:
    library = importlib.import_module("chardet")

    def guess(source: bytes) -> str:
        return source.decode(library.detect(source)["encoding"] or "ascii", "replace")

    return guess


def main() -> int:
    """Run from the command line."""
    guesses: dict[str, Guess] = {"ours": ours}
    for name, made in (("charset-normalizer", charset_normalizer), ("chardet", chardet)):
        try:
            guesses[name] = made()
        except ImportError:
            print(f"{name} is not installed")
    for name, guess in guesses.items():
        print(f"\n{name:20}" + "".join(f"{length:>8}" for length in LENGTHS) + "      ms a piece")
        total = []
        for encoding, text in TEXTS.items():
            shares, begin, count = [], time.process_time(), 0
            for length in LENGTHS:
                made_of = pieces(text, length, random.Random(f"{encoding} {length}"))
                right = sum(is_right(guess, each, encoding) for each in made_of)
                shares.append(right / len(made_of))
                count += len(made_of)
            milliseconds = (time.process_time() - begin) * 1000 / count
            total += shares
            print(f"{encoding:20}" + "".join(f"{share:8.0%}" for share in shares) + f"{milliseconds:12.2f}")
        print(f"{'all':20}{sum(total) / len(total):8.1%}")
    return 0


def is_right(guess: Guess, text: str, encoding: str) -> bool:
    """Whether a guess gives back every character."""
    came = unicodedata.normalize("NFC", guess(text.encode(encoding))).removeprefix("\ufeff")
    return came == unicodedata.normalize("NFC", text)


if __name__ == "__main__":
    sys.exit(main())
