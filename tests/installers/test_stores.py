"""What software centres and stores of packages are given: one id, whole addresses, checksums of what was built."""

import hashlib
import importlib
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

import reader

ROOT = Path(__file__).resolve().parents[2]
HOME = "https://example.org/a/papers"
BUILT = ("-linux-x86_64.tar.xz", "-windows-amd64-setup.exe", "-macos-arm64.dmg", "-macos-x86_64.dmg")


@pytest.fixture
def packing(monkeypatch: pytest.MonkeyPatch):
    """A module of packaging/, by name, where the project's address is known."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    monkeypatch.setenv("DAILY_PAPERS_HOME", f"{HOME}/")
    return importlib.import_module


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A folder as after a build on three systems."""
    for ending in BUILT:
        (tmp_path / f"daily-papers-reader-{reader.__version__}{ending}").write_text(ending)
    (tmp_path / f"daily_papers_reader-{reader.__version__}-py3-none-any.whl").write_text("wheel")
    return tmp_path


REPORT = {
    "install": [
        {
            "metadata": {"name": name},
            "download_info": {"url": f"https://a/{name}", "archive_info": {"hashes": {"sha256": "0"}}},
        }
        for name in ("PyYAML", "PySide6_Essentials", "shiboken6", "dulwich")
    ]
}


def test_every_store_is_filled(packing, dist, monkeypatch):
    stores = packing("stores")
    monkeypatch.setattr(stores, "_report", lambda: REPORT)
    out = stores.make_stores(dist)
    files = [path for path in sorted(out.rglob("*")) if path.is_file()]
    assert [path.suffix for path in files] == [".yml", ".json", ".rb", ".yaml"]
    assert not [path for path in files if "@" in path.read_text(encoding="utf-8")]
    flatpak = yaml.safe_load(files[0].read_text(encoding="utf-8"))
    assert (flatpak["id"], flatpak["base"]) == (packing("facts").APP_ID, "io.qt.PySide.BaseApp")
    assert not [line for line in flatpak["finish-args"] if "filesystem" in line], "folders come through the portal"
    sums = {source["url"].rpartition("/")[2]: source["sha256"] for source in flatpak["modules"][0]["sources"][:2]}
    assert sums == {name: hashlib.sha256((dist / name).read_bytes()).hexdigest() for name in sums}
    winget = yaml.safe_load(files[3].read_text(encoding="utf-8"))
    assert winget["Installers"][0]["InstallerUrl"].startswith(f"{HOME}/releases/download/v{reader.__version__}/")
    assert winget["Protocols"] == [packing("facts").SCHEME]


def test_what_was_not_built_is_left_out(packing, dist, monkeypatch):
    stores = packing("stores")
    monkeypatch.setattr(stores, "_report", lambda: REPORT)
    for file in dist.glob("*.dmg"):
        file.unlink()
    assert not list(stores.make_stores(dist).rglob("*.rb"))


def test_a_flatpak_has_its_own_wheels_and_not_those_of_its_base(packing):
    assert [each["url"].rpartition("/")[2] for each in packing("stores").wheels(REPORT)] == ["dulwich", "PyYAML"]


def test_stores_want_an_address(packing, dist, monkeypatch):
    monkeypatch.delenv("DAILY_PAPERS_HOME")
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    with pytest.raises(SystemExit, match="address"):
        packing("stores").make_stores(dist)


def test_the_metainfo_has_one_id_home_and_pictures_and_is_valid(packing, tmp_path):
    text = packing("linux")._filled("daily-papers-reader.metainfo.xml")
    assert f"<id>{packing('facts').APP_ID}</id>" in text
    assert f'<url type="homepage">{HOME}</url>' in text
    for line in text.splitlines():
        if "<image>" in line:
            name = line.partition("/docs/")[2].partition("<")[0]
            assert (ROOT / "docs" / name).is_file()
    if shutil.which("appstreamcli") is None:
        pytest.skip("no appstreamcli here")
    file = tmp_path / "daily-papers-reader.metainfo.xml"
    file.write_text(text, encoding="utf-8")
    said = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(file)], capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stdout
