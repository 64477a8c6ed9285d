"""packaging/mutants.py and fuzz.py: what is changed, what is left alone, which tests are to notice it."""

import importlib
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture(autouse=True)
def packaging_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PACKAGING)


@pytest.fixture
def mutation_places() -> ModuleType:
    return importlib.import_module("mutation_places")


@pytest.fixture
def mutants() -> ModuleType:
    return importlib.import_module("mutants")


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("x = a < b", ["x = a <= b"]),
        ("x = a and b", ["x = a or b"]),
        ("x = not a", ["x = a"]),
        ("x = a + 1", ["x = a + 2", "x = a - 1"]),
        ("x = a + 'b'", ["x = a + 'XXb'"]),
        ("x = True", ["x = False"]),
        ("f(a)", ["pass"]),
        ("x.y = z", ["pass"]),
        ("x = [a for a in b if a]", ["x = [a for a in b]"]),
        ("if a:\n    pass", ["if not a:\n    pass"]),
        ("raise A", ["pass"]),
        ("'a docstring'", []),
        ("import a", []),
        ("x: A = z", []),
        ("X = Literal['a', 'b']", []),
        ("_log.info('done')", []),
        ("if TYPE_CHECKING:\n    f(a)", []),
    ],
)
def test_each_kind_of_code_is_changed_in_its_own_ways(mutation_places: ModuleType, source: str, others: list[str]):
    found = mutation_places.places(source)
    assert sorted(mutation_places.changed(source, place) for place in found) == others


def test_a_change_is_made_in_one_place_and_knows_its_function(mutation_places: ModuleType):
    source = "A = 1\n\n@cache\ndef f():\n    return A\n\ndef g():\n    return A\n"
    found = mutation_places.places(source)
    assert [(place.line, place.function, place.after) for place in found] == [
        (1, 0, "2"),
        (5, 3, "return None"),
        (8, 7, "return None"),
    ]
    assert mutation_places.changed(source, found[2]).endswith("def g():\n    return None")


class TestSelection:
    FOUND: dict[str, Any] = {
        "effort": {
            "tests/marks/test_slow.py::test_a": 3.0,
            "tests/marks/test_quick.py::test_b": 0.1,
            "tests/commands/test_c.py::test_c": 0.01,
            "tests/marks/test_quick.py::test_d": 0.1,
        },
        "entered": {
            "/tree/reader/marks/names.py:3": [
                "tests/marks/test_slow.py::test_a",
                "tests/marks/test_quick.py::test_b",
                "tests/commands/test_c.py::test_c",
            ]
        },
        "read": {},
    }

    def select(self, mutants: ModuleType, function: int) -> list[list[str]]:
        place = importlib.import_module("mutation_places").Place(4, function, 0, 0, "", "", "")
        mutant = mutants.Mutant("reader/marks/names.py", place)
        chosen = mutants.select(mutant, "marks", self.FOUND, Path("/tree"))
        return [[test.rpartition("_")[2] for test in tests] for tests in chosen]

    def test_the_rooms_own_quick_tests_run_first_and_others_do_not(self, mutants: ModuleType):
        assert self.select(mutants, 3) == [["b", "a"], ["c"], []]

    def test_a_function_that_no_test_enters_has_no_tests(self, mutants: ModuleType):
        assert self.select(mutants, 9) == [[], [], []]

    def test_a_test_that_reads_the_source_is_one_of_a_change_anywhere_in_it(
        self, mutants: ModuleType, monkeypatch: pytest.MonkeyPatch
    ):
        read = {"/tree/reader/marks/names.py": ["tests/marks/test_quick.py::test_d"]}
        monkeypatch.setitem(self.FOUND, "read", read)
        assert self.select(mutants, 9) == [["d"], [], []]

    def test_tests_of_the_same_inner_room_run_before_quicker_ones(
        self, mutants: ModuleType, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setitem(self.FOUND["effort"], "tests/marks/notes/test_n.py::test_n", 9.0)
        tests = ["tests/marks/test_slow.py::test_a", "tests/marks/notes/test_n.py::test_n"]
        monkeypatch.setitem(self.FOUND["entered"], "/tree/reader/marks/notes/text.py:3", tests)
        place = importlib.import_module("mutation_places").Place(4, 3, 0, 0, "", "", "")
        mutant = mutants.Mutant("reader/marks/notes/text.py", place)
        assert mutants.select(mutant, "marks", self.FOUND, Path("/tree"))[0] == tests[::-1]

    def test_outside_of_functions_all_tests_of_the_room_run_in_the_end(self, mutants: ModuleType):
        assert self.select(mutants, 0) == [["b", "a"], ["c"], ["d"]]

    def test_tests_of_other_rooms_run_for_a_while_and_no_longer(
        self, mutants: ModuleType, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(mutants, "_MOST_OF_OTHERS", 0.005)
        assert self.select(mutants, 3) == [["b", "a"], [], []]

    def test_of_many_tests_the_quickest_run_for_as_long_as_is_given(self, mutants: ModuleType):
        place = importlib.import_module("mutation_places").Place(4, 3, 0, 0, "", "", "")
        chosen = mutants.select(mutants.Mutant("reader/marks/names.py", place), "marks", self.FOUND, Path("/tree"), 0.5)
        assert chosen[0] == ["tests/marks/test_quick.py::test_b"]

    def test_a_test_that_takes_too_long_keeps_no_quicker_one_away(self, mutants: ModuleType):
        found = {
            "effort": {"tests/marks/a/test_a.py::test_long": 9.0, "tests/marks/test_b.py::test_short": 0.1},
            "entered": {},
            "read": {
                "/tree/reader/marks/a/names.py": [
                    "tests/marks/a/test_a.py::test_long",
                    "tests/marks/test_b.py::test_short",
                ]
            },
        }
        place = importlib.import_module("mutation_places").Place(4, 3, 0, 0, "", "", "")
        mutant = mutants.Mutant("reader/marks/a/names.py", place)
        chosen = mutants.select(mutant, "marks", found, Path("/tree"), 0.5)
        assert chosen[0] == ["tests/marks/test_b.py::test_short"]


def test_a_seed_chooses_the_same_places_and_equal_ones_are_left_out(mutants: ModuleType):
    first, left_out = mutants.choose(PACKAGING.parent, "base", {}, 20, 7)
    assert (first, left_out) == mutants.choose(PACKAGING.parent, "base", {}, 20, 7)
    assert first != mutants.choose(PACKAGING.parent, "base", {}, 20, 8)[0]
    place = first[0].place
    equal = {first[0].file: {place.name: "why"}}
    without, fewer = mutants.choose(PACKAGING.parent, "base", equal, 999, 7)
    assert fewer >= 1
    assert first[0] not in without


def test_a_sample_stays_as_it_is_when_other_lines_change(mutants: ModuleType, tmp_path: Path):
    file = tmp_path / "reader" / "base" / "a.py"
    file.parent.mkdir(parents=True)
    lines = [f"X{n} = {n}" for n in range(40)]
    file.write_text("\n".join(lines))
    first = {each.place.name for each in mutants.choose(tmp_path, "base", {}, 10, 1)[0]}
    file.write_text("\n".join(["Y = 1", *lines, "Z = 2"]))
    again = {each.place.name for each in mutants.choose(tmp_path, "base", {}, 10, 1)[0]}
    assert len(first) == 10
    assert len(again - first) <= 2


def test_the_list_of_equal_places_names_places_that_there_are(mutants: ModuleType, mutation_places: ModuleType):
    tomllib = importlib.import_module("tomllib")
    root = PACKAGING.parent
    listed = tomllib.loads((PACKAGING / "mutants.toml").read_text("utf-8"))
    for file, changes in listed.items():
        there = {place.name for place in mutation_places.places((root / file).read_text("utf-8"))}
        assert changes.keys() <= there, file
        assert all(changes.values())


def test_fuzzing_says_the_seed_that_finds_a_failure_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    fuzz = importlib.import_module("fuzz")
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, int(len(ran) == 3))

    monkeypatch.setattr(fuzz.subprocess, "run", run)
    assert fuzz.main(["--minutes", "5", "--seed", "41", "tests/marks"]) == 1
    assert [part for command in ran for part in command if "seed" in part] == [
        f"--hypothesis-seed={seed}" for seed in (41, 42, 43)
    ]
    assert "dev.py fuzz --minutes 0 --seed 43 tests/marks" in capsys.readouterr().out


def test_fuzzing_begins_no_round_after_its_time(monkeypatch: pytest.MonkeyPatch):
    fuzz = importlib.import_module("fuzz")
    ran: list[int] = []
    monkeypatch.setattr(
        fuzz.subprocess, "run", lambda command, **_: ran.append(1) or subprocess.CompletedProcess(command, 0)
    )
    assert fuzz.main(["--minutes", "-1"]) == 0
    assert len(ran) == 1


def test_a_function_that_is_entered_is_named_by_its_first_line_and_does_what_it_did(monkeypatch: pytest.MonkeyPatch):
    trace = importlib.import_module("mutation_trace")
    source = (
        b'@id\ndef f(a):\n    """Say."""\n    return a\n\nasync def g():\n    yield\n\nclass A:\n    def h(self): 1\n'
    )
    names: dict[str, Any] = {"id": lambda function: function}
    places: list[str] = []
    monkeypatch.setattr("builtins.mutation_trace_entered", places.append, raising=False)
    exec(compile(trace.with_calls(source, "/a.py"), "/a.py", "exec"), names)
    assert places == []
    assert (names["f"](3), names["f"].__doc__) == (3, "Say.")
    names["A"]().h()
    names["g"]()
    assert places == ["/a.py:1", "/a.py:10"]
