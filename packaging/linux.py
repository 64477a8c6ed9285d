"""Linux: the tree below /usr, the .deb and the AppImage made of it, and a .tar.xz that runs from where it is unpacked.

In: a built program, its icons, a folder to make things in. Out: files in `dist`. All hold the same program; what it
needs of the system is what dpkg-shlibdeps finds its libraries to be linked with.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path

import shell_words
from facts import COMMAND, MAINTAINER, PACKAGE, PACKAGING, ROOT, SUMMARY, build_day, build_time, home, version
from icons import SIZES

_RECOMMENDS = "fonts-noto-cjk | fonts-nanum | fonts-unfonts-core, xdg-utils, libcups2t64 | libcups2"
"""Without such a font Hangul is boxes; without CUPS pages are printed to files alone."""
RUNTIME = "DAILY_PAPERS_APPIMAGE_RUNTIME"
_SUGGESTS = "ibus-hangul | fcitx5-hangul"
_PICTURES = (
    ("window-light", ' type="default"', "Dates and tags, papers, sections, notes"),
    ("search-dark", "", "A search in Korean and English"),
)
_DESCRIPTION = """\
 A window onto folders of daily posts of AI paper summaries (Markdown, as in
 a Jekyll blog): read them section by section, search them in Korean and
 English, bookmark, annotate, and come back to them. Posts are only ever read,
 and nothing is contacted but what is opened or asked for.
"""


def make_share(share: Path, icons: Path) -> None:
    """What desktops and shells read, below a `share` folder."""
    from reader.commands.arguments import build_parser  # noqa: PLC0415  # the program itself, which start-up of this script need not load

    known = shell_words.commands(build_parser())
    for name, text in (
        (f"bash-completion/completions/{COMMAND}", shell_words.bash(known)),
        (f"zsh/vendor-completions/_{COMMAND}", shell_words.zsh(known)),
        (f"fish/vendor_completions.d/{COMMAND}.fish", shell_words.fish(known)),
        (f"applications/{PACKAGE}.desktop", _filled(f"{PACKAGE}.desktop")),
        (f"metainfo/{PACKAGE}.metainfo.xml", _filled(f"{PACKAGE}.metainfo.xml")),
    ):
        _write(share / name, text.encode())
    _write(share / f"man/man1/{COMMAND}.1.gz", _gzipped(shell_words.manual(known)))
    for size in SIZES:
        _copy(icons / f"{size}.png", share / f"icons/hicolor/{size}x{size}/apps/{PACKAGE}.png")
    _copy(icons / "app.svg", share / f"icons/hicolor/scalable/apps/{PACKAGE}.svg")


def make_deb(program: Path, icons: Path, work: Path, dist: Path) -> Path:
    """The Debian package. Raises CalledProcessError if dpkg's tools fail, FileNotFoundError if they are missing."""
    tree = work / "deb"
    _make_tree(tree, program, icons)
    (tree / "DEBIAN").mkdir()  # tells dpkg-shlibdeps that this is a package's tree, in which to look for libraries
    documents = tree / "usr/share/doc" / PACKAGE
    _write(documents / "copyright", _filled("copyright").encode())
    _write(documents / "changelog.gz", _gzipped(_changelog()))
    _write(tree / "usr/share/lintian/overrides" / PACKAGE, _filled("lintian-overrides").encode())
    architecture = _said(["dpkg", "--print-architecture"]).strip()
    _write(tree / "DEBIAN/control", _control(tree, work, architecture).encode())
    _write(tree / "DEBIAN/md5sums", _md5sums(tree).encode())
    _copy(PACKAGING / "linux" / "prerm", tree / "DEBIAN/prerm")
    settle(tree)
    deb = dist / f"{PACKAGE}_{version()}_{architecture}.deb"
    packed = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--threads-max=1", "--build", str(tree), str(deb)]
    subprocess.run(packed, check=True, stdout=subprocess.DEVNULL, env=_dated())
    return deb


def make_appimage(program: Path, icons: Path, work: Path, dist: Path) -> Path:
    """The AppImage: the runtime the builder brings, and behind it the same tree as the .deb's, packed.

    Raises SystemExit without a runtime, CalledProcessError, and FileNotFoundError without mksquashfs.
    """
    runtime, licences = _runtime()
    tree = work / "appimage"
    _make_tree(tree, program, icons)
    shutil.copyfile(licences, tree / "usr/lib" / PACKAGE / "AppImage-runtime.txt")
    for name, place in (
        ("AppRun", f"usr/bin/{COMMAND}"),
        (f"{PACKAGE}.desktop", f"usr/share/applications/{PACKAGE}.desktop"),
        (f"{PACKAGE}.png", f"usr/share/icons/hicolor/256x256/apps/{PACKAGE}.png"),
        (".DirIcon", f"{PACKAGE}.png"),
    ):
        (tree / name).symlink_to(place)
    settle(tree)
    packed = work / "appimage.squashfs"
    command = ["mksquashfs", str(tree), str(packed), "-noappend", "-root-owned", "-no-xattrs", "-quiet", "-no-progress"]
    subprocess.run([*command, "-comp", "zstd", "-Xcompression-level", "22"], check=True, env=_dated())
    image = dist / f"{PACKAGE}-{version()}-linux-{os.uname().machine}.AppImage"
    image.write_bytes(runtime.read_bytes() + packed.read_bytes())
    image.chmod(0o755)
    subprocess.run([str(image), "--appimage-extract-and-run", "--version"], check=True)
    return image


def _runtime() -> tuple[Path, Path]:
    """The AppImage runtime and the licences of what it is made of: a file the builder names, and NAME.txt beside it."""
    given = Path(os.environ.get(RUNTIME) or "")
    if not given.is_file():
        raise SystemExit(f"An AppImage begins with its runtime: name that file in {RUNTIME}")
    licences = given.with_name(f"{given.name}.txt")
    if not licences.is_file():
        raise SystemExit(f"The licences of the AppImage runtime are missing: put them into {licences}")
    with given.open("rb") as file:
        if file.read(11)[8:] != b"AI\x02":
            raise SystemExit(f"{given} is no AppImage runtime of type 2")
    return given, licences


def make_tar(program: Path, icons: Path, work: Path, dist: Path) -> Path:
    """The archive that runs from anywhere: the program with a `share` folder beside it."""
    name = f"{PACKAGE}-{version()}"
    tree = work / "tar" / name
    shutil.rmtree(tree.parent, ignore_errors=True)
    shutil.copytree(program, tree, symlinks=True)
    make_share(tree / "share", icons)
    shutil.copyfile(PACKAGING / "linux" / "README.txt", tree / "README.txt")
    settle(tree)
    archive = dist / f"{name}-linux-{os.uname().machine}.tar.xz"
    with tarfile.open(archive, "w:xz", preset=9, format=tarfile.GNU_FORMAT) as tar:
        for path in [tree, *sorted(tree.rglob("*"))]:
            tar.add(path, str(path.relative_to(tree.parent)), recursive=False, filter=_nobodys)
    return archive


def settle(tree: Path) -> None:
    """Give everything below a folder the same rights on every machine, and the time of the build."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)
    for path in [*tree.rglob("*"), tree]:
        os.utime(path, (build_time(), build_time()), follow_symlinks=not path.is_symlink())


def dependencies(files: Iterable[Path], home: Path, work: Path) -> str:
    """The Debian packages with whose libraries these are linked, as a Depends line."""
    debian = work / "shlibdeps" / "debian"
    _write(debian / "control", f"Source: {PACKAGE}\n\nPackage: {PACKAGE}\nArchitecture: any\n".encode())
    bundled = [re.fullmatch(r"(lib.+)\.so\.(\d+)", file.name) for file in home.glob("_internal/*.so.*")]
    excluded = [f"-x{library[1]}{library[2]}" for library in bundled if library]  # as Debian calls their packages
    folders = sorted({f"-l{file.parent}" for file in files if file.is_relative_to(home)})
    command = ["dpkg-shlibdeps", "-O", "--warnings=0", "--ignore-missing-info", *excluded, *folders, *map(str, files)]
    said = _said(command, cwd=debian.parent)
    return said.partition("shlibs:Depends=")[2].strip()


def _make_tree(tree: Path, program: Path, icons: Path) -> None:
    """The program as it is installed, anew."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(program, tree / "usr/lib" / PACKAGE, symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin" / COMMAND).symlink_to(f"../lib/{PACKAGE}/{COMMAND}")
    make_share(tree / "usr/share", icons)


def _control(tree: Path, work: Path, architecture: str) -> str:
    home = tree / "usr/lib" / PACKAGE
    binaries = [path for path in sorted(home.rglob("*")) if not path.is_symlink() and _is_elf(path)]
    programs = [path for path in binaries if "printsupport" not in path.parts]
    size = sum(-(-path.lstat().st_size // 1024) for path in tree.rglob("*") if not path.is_dir())
    fields = {
        "Package": PACKAGE,
        "Version": version(),
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": size,
        "Depends": dependencies(programs, home, work),
        "Recommends": _RECOMMENDS,
        "Suggests": _SUGGESTS,
        "Section": "science",
        "Priority": "optional",
        "Description": f"{SUMMARY[0].lower()}{SUMMARY[1:]}\n{_DESCRIPTION}",
    }
    return "\n".join(f"{name}: {value}" for name, value in fields.items())


def _changelog() -> str:
    lines = [
        f"{PACKAGE} ({version()}) unstable; urgency=medium",
        "",
        "  * What is new: CHANGELOG.md of the source.",
        "",
    ]
    return "\n".join([*lines, f" -- {MAINTAINER}  {build_day('%a, %d %b %Y %H:%M:%S +0000')}", ""])


def _md5sums(tree: Path) -> str:
    files = [path for path in sorted((tree / "usr").rglob("*")) if path.is_file() and not path.is_symlink()]
    return "".join(f"{hashlib.md5(f.read_bytes()).hexdigest()}  {f.relative_to(tree)}\n" for f in files)


def _filled(name: str) -> str:
    """A file of packaging/linux, or the program's own menu entry, with version and day put in."""
    here = PACKAGING / "linux" / name
    text = (here if here.is_file() else ROOT / "resources" / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DAY@", build_day()).replace("@LINKS@", _links())


def _links() -> str:
    """Home page and pictures for software centres, where the project's home is known."""
    if not (page := home()):
        return ""
    pictures = "".join(
        f"    <screenshot{kind}>\n      <caption>{words}</caption>\n"
        f"      <image>{page}/raw/v{version()}/docs/images/{name}.png</image>\n    </screenshot>\n"
        for name, kind, words in _PICTURES
    )
    links = f'  <url type="homepage">{page}</url>\n  <url type="bugtracker">{page}/issues</url>\n'
    return f"{links}  <screenshots>\n{pictures}  </screenshots>\n"


def _gzipped(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)


def _write(path: Path, text: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _is_elf(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _is_program(path: Path) -> bool:
    return (path.name == COMMAND and _is_elf(path)) or path.parts[-2:] == ("DEBIAN", "prerm")


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def _said(command: list[str], cwd: Path | None = None) -> str:
    return subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.PIPE, text=True, env=_dated()).stdout


def _dated() -> dict[str, str]:
    return {**os.environ, "SOURCE_DATE_EPOCH": str(build_time()), "LC_ALL": "C.UTF-8"}
