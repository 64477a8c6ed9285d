"""A site's folders of posts are those that its program reads, by its configuration."""

import pytest

from reader.posts.site import makes_a_site, site_of

CONFIGURED = "title: 주전자\ncollections:\n  notes:\n    output: true\n  talks:\n"


@pytest.mark.parametrize(
    ("names", "config", "program", "folders"),
    [
        (["_posts", "about.md"], "", "Jekyll", {"_posts", "_drafts"}),
        (["_config.yml"], CONFIGURED, "Jekyll", {"_posts", "_drafts", "_notes", "_talks"}),
        (["_config.yaml"], CONFIGURED, "Jekyll", {"_posts", "_drafts", "_notes", "_talks"}),
        (["_config.yml"], "", "Jekyll", {"_posts", "_drafts"}),
        (["content", "hugo.toml"], "", "Hugo", {"content"}),
        (["content", "themes"], "", "Hugo", {"content"}),
    ],
)
def test_a_site_is_told_by_what_its_folder_has(names: list[str], config: str, program: str, folders: set[str]) -> None:
    site = site_of(names, lambda _name: config)
    assert site is not None
    assert (site.program, site.folders) == (program, folders)
    assert site.why_not == f"a {program} site has its posts in {', '.join(sorted(folders))}"


@pytest.mark.parametrize("names", [["content"], ["hugo.toml"], ["papers", "config.toml"], []])
def test_other_folders_are_no_site(names: list[str]) -> None:
    assert site_of(names, lambda _name: "") is None


HUGO = [f"{name}.{ending}" for name in ("hugo", "config") for ending in ("toml", "yaml", "yml", "json")]
JEKYLL = ["_posts", "_drafts", "_config.yml", "_config.yaml"]


@pytest.mark.parametrize("name", [*HUGO, *JEKYLL, "archetypes", "themes", "layouts"])
def test_files_and_folders_that_make_a_site_are_known(name: str) -> None:
    assert makes_a_site(name)
    assert not makes_a_site(f"my{name}")


@pytest.mark.parametrize("name", [*HUGO, "archetypes", "themes", "layouts"])
def test_content_beside_any_file_of_hugos_is_a_site(name: str) -> None:
    site = site_of(["content", name], lambda _name: "")
    assert site is not None
    assert (site.program, site.folders) == ("Hugo", {"content"})


@pytest.mark.parametrize("name", JEKYLL)
def test_each_file_of_jekylls_makes_a_site(name: str) -> None:
    asked: list[str] = []
    site = site_of([name, "content"], lambda each: asked.append(each) or "collections: [kettles, spoons]")
    assert site is not None and site.program == "Jekyll"
    assert asked == ([name] if name.startswith("_config") else [])
    assert ("_kettles" in site.folders, "_spoons" in site.folders) == (bool(asked), bool(asked))
