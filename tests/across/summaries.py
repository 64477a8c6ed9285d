"""Invented summaries, read by the real parser: papers on different subjects in the manner of the posts."""

from datetime import date

from reader.library.model import Appearance
from reader.posts.parse import parse
from reader.posts.plain import plain_text
from tests.factories import paper, post

SUBJECTS = (
    # title, what it is about, how, how well, what it cannot
    (
        "GripNet: Learning Robust Grasping with Tactile Robots",
        "촉각 센서를 가진 로봇이 미끄러운 물체를 안정적으로 잡는 강건한 파지 학습 GripNet",
        "촉각 신호와 손목 카메라 영상을 결합하여 집게의 힘을 조절하는 정책을 학습한다",
        "실제 로봇 실험에서 파지 성공률 91.2%를 달성하여 기존 방법 대비 우수한 성능을 보였다",
        "투명한 물체와 변형되는 물체에서는 성능이 저하되어 추가 연구가 필요하다",
    ),
    (
        "SlimCache: Compressing Key-Value Caches for Long-Context Language Models",
        "긴 문맥 언어 모델의 키-값 캐시를 압축하는 SlimCache",
        "토큰의 중요도를 추정하는 모듈을 설계하고 덜 중요한 항목을 양자화하여 저장한다",
        "긴 문맥 벤치마크에서 캐시 메모리를 4.2배 줄이면서 정확도를 유지하는 우수한 성능을 보였다",
        "매우 짧은 문맥에서는 이득이 작고 다양한 모델에 대한 추가 연구가 필요하다",
    ),
    (
        "Weather Forecasting with Graph Neural Networks over the Ocean",
        "해양 위의 날씨를 그래프 신경망으로 예측하는 기상 예보",
        "관측소를 정점으로 하는 그래프를 구성하고 바람과 기온을 메시지로 전달하는 구조를 적용한다",
        "사흘 뒤 기온 예보 오차를 12.4% 줄여 수치 예보 대비 우수한 성능을 달성하였다",
        "태풍처럼 드문 현상에서는 예측이 불안정하다는 한계가 존재한다",
    ),
    (
        "Teaching Children Arithmetic with Dialogue Tutors",
        "아동의 산술 학습을 돕는 대화형 튜터 교육",
        "학생의 풀이 과정을 단계별로 진단하고 힌트를 제시하는 대화 전략을 설계하였다",
        "두 학교의 사용자 실험에서 시험 점수가 8.5점 향상되어 효과를 입증하였다",
        "참가자 수가 적어 다른 연령으로의 일반화에는 추가 연구가 필요하다",
    ),
    (
        "MelodyDiff: Controllable Music Generation via Latent Diffusion",
        "잠재 확산으로 음악을 제어 가능하게 생성하는 MelodyDiff",
        "화음과 박자를 조건으로 하는 잠재 확산 모델을 구성하고 악보에서 음향을 합성한다",
        "청취 평가에서 선호도 67.3%를 기록하여 기존 음악 생성 모델 대비 우수한 결과를 보였다",
        "긴 곡에서는 구조적 일관성이 떨어진다는 한계가 존재한다",
    ),
    (
        "Detecting Misleading Charts in News Articles",
        "뉴스 기사에서 오해를 부르는 차트를 탐지하는 분류",
        "축의 왜곡과 생략을 규칙으로 검사하고 시각 언어 모델을 미세조정하여 판별한다",
        "주석이 달린 차트 4,700개에서 탐지 정확도 84.1%를 달성하였다",
        "손으로 그린 차트에는 적용하기 어려워 향후 연구가 요구된다",
    ),
    (
        "ProteinFold-Lite: Efficient Protein Structure Prediction on Mobile Devices",
        "모바일 기기에서 단백질 구조를 효율적으로 예측하는 ProteinFold-Lite",
        "어텐션을 희소하게 하고 가중치를 공유하는 경량 구조를 설계하여 증류로 학습한다",
        "구조 예측 정확도를 유지하면서 추론 속도를 3.1배 향상시켰다",
        "여러 사슬로 된 복합체에는 적용하지 못한다는 제약이 있다",
    ),
)


def summary_of(title: str, subject: str, method: str, results: str, limits: str, *, number: int = 1) -> Appearance:
    """A summary in five sections."""
    return appearance(
        title,
        {
            "Introduction": f"- Goal: 본 연구의 목표는 {subject} 기법을 제안하는 것이다.\n"
            "- Motivation: 기존 방법은 비용이 크고 실제 환경에 적용하기 어렵다는 문제가 존재하였다.\n"
            f"- Contribution: 본 논문은 {subject} 방법을 새롭게 제안하였다.",
            "Method": f"{method}.",
            "Results": f"{results}.",
            "Limitations": f"{limits}.",
            "Conclusion": f"본 연구는 {subject}의 가능성을 제시하고 향후 응용의 기반을 마련하였다.",
        },
        number=number,
    )


def appearance(
    title: str,
    sections: dict[str, str],
    *,
    number: int = 1,
    link: str | None = "https://arxiv.org/abs/2501.00001",
    day: date | None = date(2025, 1, 2),
) -> Appearance:
    """A paper of a post; `number` is its id in the catalogue."""
    read = parse(post([paper(1, title, link, sections)]).encode(), "2025-01-02-papers.md").papers[0]
    texts = tuple(plain_text(section.markdown) for section in read.sections)
    return Appearance(number, "2025-01-02-papers.md", "/posts", "Daily Papers", day, None, ("llm",), read, texts)
