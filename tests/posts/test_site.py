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


@pytest.mark.parametrize("name", ["_posts", "_config.yml", "hugo.toml", "config.yaml", "layouts"])
def test_files_and_folders_that_make_a_site_are_known(name: str) -> None:
    assert makes_a_site(name)
    assert not makes_a_site(f"my{name}")


@pytest.mark.parametrize("folder", ["archetypes", "themes", "layouts"])
@pytest.mark.parametrize("ending", ["toml", "yaml", "yml", "json"])
def test_hugo_is_told_by_its_own_configuration_or_by_another_beside_its_folders(folder: str, ending: str) -> None:
    for names in ([f"hugo.{ending}", "content"], [f"config.{ending}", "content", folder], ["content", folder]):
        site = site_of(names, lambda _name: "")
        assert site is not None, names
        assert site.program == "Hugo"
