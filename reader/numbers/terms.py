"""The terms of the field by which a metric is known: a readable table, and rules of shape for the rest.

Nothing here is needed for a number to be found with a unit; it says which name beside it is a metric, which is on what
was measured, and which is only a model with a version.
"""

import re
from functools import lru_cache

from reader.numbers.tables import in_order, listed

METRICS = listed(
    """
    fid kid is psnr ssim ms-ssim lpips dists niqe musiq clip clipscore clip-score dino dinoscore aesthetic vmaf
    fvd fad fdd jedi bleu sacrebleu rouge rouge-1 rouge-2 rouge-l rouge-n meteor cider spice chrf chrf++ comet
    bertscore ter wer cer mos cmos smos utmos pesq stoi estoi sdr si-sdr sdri map ap ap50 ap75 ar miou iou giou
    ciou dice dsc hd95 f1 em auc auroc auprc aupr roc-auc prauc mae mse rmse nrmse mape smape absrel abs-rel rmsle
    ndcg mrr map recall precision accuracy acc top-1 top-5 top1 top5 ppl perplexity bpp bpb bpc flops macs params
    elo ece nll mcc kappa r2 r² c-index pearson spearman kendall cd emd epe ade fde mota motp hota idf1 pck mpjpe
    pa-mpjpe mpvpe ate rpe rte rre nme eer mindcf bleurt moverscore vqascore pickscore hps hpsv2 hpsv3 imagereward
    tifa r-precision hits success spl sr gsr tsr asr latency throughput fps vram mfu win-rate winrate vendi
    coverage density cfid sfid tfid rfid gfid qsnr snr sqnr f-score f1-score f-measure g-eval auc-roc brier crps
    rewards reward score loss ppv npv sensitivity specificity j&f mdice mpa ods ois s-measure e-measure mad sad
    grad conn ssmd delta1 δ1 δ δ1.25 anls teds cdm speedup wr lc ttft tpot tps qps rate
    """
)
BENCHMARKS = listed(
    """
    geneval dpg dpgbench mmlu gsm8k gsm math math500 aime amc minerva olympiad hmmt humaneval mbpp arc arcc arce
    arcchallenge hellaswag boolq piqa winogrande truthfulqa gpqa gpqadiamond swebench swebenchverified
    livecodebench ifeval alpacaeval mtbench arenahard mmmu mmmupro mmbench mme mmstar mmvet pope scienceqa docvqa
    chartqa textvqa infovqa ocrbench mathvista mathverse videomme mlvu egoschema vbench t2icompbench imgedit gedit
    geditbench wise libero calvin simplerenv gaia browsecomp webarena osworld androidworld scannet kitti nuscenes
    waymo coco mscoco ade20k cityscapes imagenet cifar mnist librispeech longbench ruler niah bfcl taubench
    tau2bench hle simpleqa frames triviaqa naturalquestions hotpotqa musique squad drop bbh agieval ceval cmmlu
    mgsm flores wmt beir msmarco mteb miracl ucf101 kinetics msrvtt activitynet charades lvbench longvideobench
    mvbench tempcompass hallusionbench seedbench realworldqa ai2d vqav2 okvqa gqa nlvr2 refcoco lvis
    pascalvoc voc davis youtubevos dtu tanksandtemples mipnerf360 co3d realestate10k dl3dv shapenet objaverse
    modelnet40 nerfsynthetic eth3d nyuv2 sintel middlebury mimiccxr chexpert isic acdc brats medqa pubmedqa
    healthbench super glue superglue sst2 mnli wikitext c4 lambada openbookqa siqa commonsenseqa
    strategyqa svamp aqua codeforces codecontests apps ds1000 bigcodebench spider bird multipl mathqa
    olympiadbench omnimath theoremqa mmlupro mmluredux partiprompts drawbench mjhq30k laion ffhq
    celebahq lsun afhq alfworld webshop scienceworld minigrid atari mujoco d4rl procgen metaworld robocasa
    robotwin rlbench maniskill visdrone dota sa1b vtab domainnet officehome
    """
)
MODELS = listed(
    """
    gpt chatgpt openai llama vicuna alpaca gemini gemma palm claude anthropic qwen qwq mistral mixtral phi
    deepseek grok falcon baichuan internvl internlm yi glm chatglm kimi minimax ernie hunyuan doubao seed seedream
    seedance kling veo sora imagen wan flux sdxl sd stable diffusion midjourney dalle dall-e cogvideo cogvideox
    cogview opensora pixart lumina janus bagel emu show-o blip instructblip llava cogvlm minicpm idefics kosmos
    whisper wav2vec hubert clap siglip dino dinov bert roberta deberta t5 flan opt bloom pythia olmo mamba rwkv
    resnet vit swin convnext unet vgg yolo sam detr mamba vae ddpm ddim dit sit lora adam adamw muon lion python
    pytorch cuda ros unreal unity engine isaac blender rtx a100 h100 h200 v100 a800 h800 l40 b200 mi300x tpu gpu
    cpu snapdragon jetson orin iphone command cohere nova step codex o1 o3 o4 ui-tars openvla octo rt pi smolvlm
    smollm nemotron apertus bolmo solar exaone hyperclova kanana figure table section appendix equation theorem
    lemma phase stage level version part type round day week chapter algorithm
    """
)
METRIC_ENDINGS = in_order(
    """
    정확도 정밀도 속도 유사도 충실도 만족도 신뢰도 완성도 난이도 일치도 정합도 선호도 복잡도 당혹도 민감도 특이도
    이행도 순도 밀도 빈도 강도 확신도 적합도 이해도 기여도 몰입도 참여도 호감도 활용도 중복도 점유도 왜곡도 다양도
    타당도 숙련도 자유도 준수도 견고도 선명도 명료도 율 률 점수 스코어 평점 총점 시간 비용 지연 오차 오류 손실
    거리 성능 효율 일관성 다양성 효율성 안정성 견고성 강건성 강인성 희소성 변동성 가독성 정확성 신뢰성 안전성
    유용성 사실성 심미성 완전성 유창성 확장성 품질 보상 크기 승률 커버리지 지수 상관계수 분산 확률 비중 폭 사용량
    처리량 연산량 계산량 전송량 트래픽량 소비량 소모량 데이터량 전력 에너지 대역폭 횟수 개수 메모리 길이 상관 일치
    합의 재현율 연산 계산 통신 지표 값 퍼플렉서티 엔트로피 편향 분산 수익 이득 효용 재현력 이해력 표현력 능력 선호
    예산 파라미터 매개변수 발생 환각 부하 오버헤드 소요 사용 소모 발산 스텝 단계 토큰 성
    편차 러움 로움 유창함 선명함 정확함 간결함
    """
)
NOT_METRICS = listed(
    """
    생성 합성 구성 작성 음성 특성 속성 달성 형성 이성 양성 여성 남성 지성 감성 개성 편성 조성 육성 가능성 필요성
    중요성 재구성 성 학습률 장시간 단시간 매시간 반시간 실시간 동시간 법률 자율 규율 음률 선율 전율 조율 환율
    집합의 결합의 조합의 통합의 혼합의 복합의 융합의 종합의 연합의
    """
)
GENERIC = listed("점수 스코어 값 지표 수치 성능 성과 결과 평점 지수 수준")
"""Nouns that say nothing by themselves: "FID 점수" is FID."""

CHANGES = listed(
    """
    향상 개선 증가 상승 감소 절감 단축 하락 저하 증대 축소 확대 가속화 고속화 가속 급락 급증 급감 절약 압축 악화
    경감 저감 우위 차이 격차 완화 감축 상향 하향 증폭
    """
)
"""Nouns that make a number a difference."""

PROCESSES = listed(
    """
    추론 학습 훈련 생성 처리 응답 렌더링 디코딩 계산 실행 편집 합성 복원 최적화 미세조정 파인튜닝 사전학습 후학습
    평가 검색
    """
)
"""What takes a time: its name right beside one is its metric."""

PASSED_OVER = listed(
    """
    약 최대 최소 평균 평균적으로 최고 최저 각각 총 단 단지 불과 무려 기존 더 더욱 훨씬 추가로 추가 상대적으로
    절대적으로 상대 절대 전체 모두 대략 거의 최종 최종적으로 동일 겨우 현재 무조건 가장 단일 매우 유의미하게
    현저히 크게 대폭 또한 특히 실제 실제로 모든 주요 해당 종합 전반적으로 전반 최신 최첨단 다양한 여러 본 이 그 및
    또는 등 추정 동시에 이미 아직 오직 일관되게 꾸준히 확연히 최상위 원래 초기 초당 분당 만에 동안 내에 간에
    만으로 만으로도
    """
)
"""Words that stand between a metric and its number without changing what it is the number of."""

_VERSIONED = re.compile(r"[-_ ]?v?\d++(?:\.\d++)*+k?$", re.IGNORECASE)
_BENCHMARK_SHAPE = re.compile(r"(?:bench|eval|qa|arena|gym|suite|challenge|hard|verified)\d*+$", re.IGNORECASE)
_KIN = re.compile(r"[a-z]{1,2}([A-Z]{2}.*)")  # rFID, spBLEU
_METRIC_SHAPE = re.compile(r"(?:score|index|rate|acc|accuracy|error|loss|recall|precision|similarity)$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_metric_name(name: str) -> bool:
    """Whether a name in Latin letters is a metric: FID and its kin rFID, Recall@10, VQAScore."""
    if "@" in name:
        return not _BENCHMARK_SHAPE.search(name.partition("@")[0])
    low = name.casefold()
    kin = _KIN.fullmatch(name)
    base = low.partition("-")[0]
    tail = low[len(base) + 1 :]
    counted = base in METRICS and (tail.rstrip("k").isdigit() or len(tail) == 1)  # FID-50k, CLIP-I
    return (
        low in METRICS
        or (kin is not None and kin[1].casefold() in METRICS)
        or counted
        or (len(name) > 5 and _METRIC_SHAPE.search(name) is not None)
    )


@lru_cache(maxsize=4096)
def is_benchmark_name(name: str) -> bool:
    """Whether a name is a benchmark or data set by the table or its shape: GSM8K, AIME25, SWE-bench, VideoMME."""
    if name.isalpha() and name.islower():
        return False
    plain = _plain(name)
    return plain in BENCHMARKS or _plain(_VERSIONED.sub("", name)) in BENCHMARKS or bool(_BENCHMARK_SHAPE.search(name))


@lru_cache(maxsize=4096)
def is_model_name(name: str) -> bool:
    """Whether a name is a model, a machine or a numbered part of a paper, so that a number behind it is its version."""
    low = name.casefold()
    first = re.split(r"[-_.\d]", low, maxsplit=1)[0]
    return (low in MODELS or first in MODELS) and not is_metric_name(name) and not is_benchmark_name(name)


def _plain(name: str) -> str:
    return re.sub(r"[-_.’' ]", "", name).casefold()
