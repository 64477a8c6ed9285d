"""Repositories with posts, and servers for them on this machine: Git's own protocol and HTTP, both dulwich's."""

import select
import socket
import subprocess
import threading
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from dulwich import porcelain
from dulwich.repo import Repo
from dulwich.server import DictBackend, TCPGitServer
from dulwich.web import make_wsgi_chain

AUTHOR = b"A Person <a@example.org>"


class Blog:
    """A repository that grows commit by commit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.repository = porcelain.init(str(folder))
        self.repository.refs.set_symbolic_ref(b"HEAD", b"refs/heads/main")

    def commit(self, files: dict[str, str | None], message: str = "news") -> bytes:
        """Write these files, delete those without a text, and commit; returns the commit."""
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        worktree = self.repository.get_worktree()
        worktree.stage(list(files))
        return worktree.commit(message=message.encode(), author=AUTHOR, committer=AUTHOR)

    def go_back(self, commit: bytes) -> None:
        """Forget what came after a commit, as a forced push does."""
        porcelain.reset(self.repository, "hard", commit)


class Served(Protocol):
    """One of the ways below to serve a blog by Git itself."""

    def __call__(self, blog: Blog, *, without_texts: bool) -> AbstractContextManager[str]: ...


@contextmanager
def over_git(blog: Blog) -> Iterator[str]:
    """Serve a blog as git://…; gives the address."""
    server = TCPGitServer(DictBackend({"/blog": Repo(str(blog.folder))}), "127.0.0.1", 0)
    with _running(server):
        yield f"git://127.0.0.1:{server.socket.getsockname()[1]}/blog"


@contextmanager
def over_gits_own(blog: Blog, *, without_texts: bool) -> Iterator[str]:
    """The same by Git itself; `without_texts`: one may ask for commits without their files, as at the large hosts."""
    config = blog.repository.get_config()
    config.set((b"uploadpack",), b"allowFilter", without_texts)
    config.write_to_path()
    words = ["git", "daemon", "--inetd", "--export-all", f"--base-path={blog.folder.parent}"]

    def serve(line: socket.socket) -> None:
        subprocess.run(words, stdin=line, stdout=line, stderr=subprocess.DEVNULL, check=False)

    with _listening(serve) as port:
        yield f"git://127.0.0.1:{port}/{blog.folder.name}"


@contextmanager
def over_gits_own_http(blog: Blog, *, without_texts: bool) -> Iterator[str]:
    """The same as http://…, by the program that Git brings for web servers."""
    config = blog.repository.get_config()
    config.set((b"uploadpack",), b"allowFilter", without_texts)
    config.write_to_path()
    folder = {"GIT_PROJECT_ROOT": str(blog.folder.parent), "GIT_HTTP_EXPORT_ALL": "1"}

    def backend(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        question = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        given = {name: value for name, value in environ.items() if isinstance(value, str)}
        run = subprocess.run(
            ["git", "http-backend"], input=question, env=given | folder, capture_output=True, check=True
        )
        heads, _, answer = run.stdout.partition(b"\r\n\r\n")
        named = dict(line.split(": ", 1) for line in heads.decode().splitlines())
        start_response(named.pop("Status", "200 OK"), list(named.items()))
        return [answer]

    server = make_server("127.0.0.1", 0, backend, handler_class=_Quiet)
    with _running(server):
        yield f"http://127.0.0.1:{server.server_port}/{blog.folder.name}"


@contextmanager
def over_http(blog: Blog, password: str = "") -> Iterator[str]:
    """Serve a blog as http://…, to everybody or to those who give name:password; gives the address."""
    app = make_wsgi_chain(DictBackend({"/blog": Repo(str(blog.folder))}))
    wanted = f"Basic {b64encode(password.encode()).decode()}"

    def guarded(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if password and environ.get("HTTP_AUTHORIZATION") != wanted:
            start_response("401 Unauthorized", [("WWW-Authenticate", "Basic"), ("Content-Length", "0")])
            return []
        answer: Iterable[bytes] = app(environ, start_response)
        return answer

    server = make_server("127.0.0.1", 0, guarded, handler_class=_Quiet)
    with _running(server):
        yield f"http://127.0.0.1:{server.server_port}/blog"


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """A server that says these bytes to whoever asks; gives the address, without a path."""

    def say(line: socket.socket) -> None:
        line.recv(4096)
        line.sendall(answer)

    with _listening(say) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def breaking_off(address: str, after: int) -> Iterator[str]:
    """A way to a server that breaks off after so many bytes of its answers, for good; gives the address by this way."""
    there = urlsplit(address)
    left = after

    def pass_on(line: socket.socket) -> None:
        with socket.create_connection((there.hostname or "", there.port or 0)) as onward:
            pass_between(line, onward)

    def pass_between(line: socket.socket, onward: socket.socket) -> None:
        nonlocal left
        talking = [line, onward]
        while left > 0:
            ready, _, _ = select.select(talking, [], [])
            for end in ready:
                said = end.recv(4096)
                if end is onward:
                    said = said[:left]
                    left -= len(said)
                if not said and end is onward:
                    return
                if not said:  # all is asked
                    talking.remove(line)
                    onward.shutdown(socket.SHUT_WR)
                    continue
                (onward if end is line else line).sendall(said)

    with _listening(pass_on) as port:
        yield f"{there.scheme}://127.0.0.1:{port}{there.path}"


@contextmanager
def _listening(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """Serve each line to a port of this machine, one after the other; gives the port."""

    def serve_all() -> None:
        while True:
            try:
                line, _ = server.accept()
            except OSError:
                return
            with line:
                serve(line)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve_all, daemon=True)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _running(server: TCPGitServer) -> Iterator[None]:  # type: ignore[type-arg]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
