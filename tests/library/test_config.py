from pathlib import Path

import pytest

from reader.library.config import load_config
from reader.model.config import Config, Keep, Refresh, Sidebar


def load(tmp_path: Path, text: str) -> tuple[Config, tuple[str, ...]]:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def test_without_a_file_all_is_default(tmp_path: Path) -> None:
    assert load_config(tmp_path / "config.toml") == (Config(), ())


def test_every_setting_can_be_given(tmp_path: Path) -> None:
    config, complaints = load(
        tmp_path,
        """
        theme = "nord"
        ages = "date"
        marks = "ascii"
        [sidebar]
        show = false
        width = 40
        count = 5
        [refresh]
        on_start = true
        every = 30
        [keep]
        months = 0
        articles = 7
        unread = true
        [keys]
        down = "e"
        up = ["i", "up"]
        """,
    )

    assert complaints == ()
    assert config == Config(
        keys={"down": "e", "up": "i,up"},
        theme="nord",
        ages="date",
        marks="ascii",
        sidebar=Sidebar(False, 40, 5),
        refresh=Refresh(True, 30),
        keep=Keep(0, 7, True),
    )


@pytest.mark.parametrize(
    ("text", "names", "allowed"),
    [
        ('ages = "long"', "ages", '"short" or "date"'),
        ("ages = 3", "ages", '"short" or "date"'),
        ("ages = []", "ages", '"short" or "date"'),
        ('marks = "emoji"', "marks", '"unicode" or "ascii"'),
        ("theme = 3", "theme", "one of newsreader-dark,"),
        ("theme = 'mauve'", "theme", "nord"),
        ('sidebar.show = "yes"', "sidebar.show", "true or false"),
        ("sidebar.width = 10", "sidebar.width", "from 20 to 80"),
        ("sidebar.width = true", "sidebar.width", "from 20 to 80"),
        ("sidebar.count = 1.5", "sidebar.count", "from 1 to 100"),
        ("refresh.every = -1", "refresh.every", "from 0 to 10080"),
        ("refresh.on_start = 1", "refresh.on_start", "true or false"),
        ("keep.months = -1", "keep.months", "from 0 to 1200"),
        ("keep.articles = true", "keep.articles", "a whole number"),
        ("keep.unread = 1", "keep.unread", "true or false"),
        ('sidebar = "wide"', "sidebar", "a table"),
        ("keys.down = 5", "keys.down", "a key in quotes"),
        ("keys.down = []", "keys.down", "a key in quotes"),
        ('keys.down = ["j", 5]', "keys.down", "a key in quotes"),
        ('keys.down = "contrl+x"', "keys.down", '"ctrl+x"'),
        ('keys.down = ["j", "F5"]', "keys.down", '"f5"'),
        ('keys.down = ","', "keys.down", "a key in quotes"),
        ("keys = 5", "keys", "a table"),
        ("colour = true", "colour", "theme, ages, marks, sidebar.show"),
        ("sidebar.colour = true", "sidebar.colour", "theme, ages, marks, sidebar.show"),
        ("[colours]\nred = 1", "colours", "theme, ages, marks, sidebar.show"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(tmp_path: Path, text: str, names: str, allowed: str) -> None:
    config, complaints = load(tmp_path, text)

    assert config == Config()
    [complaint] = complaints
    assert complaint.startswith(f"{tmp_path / 'config.toml'}: {names} ")
    assert allowed in complaint


def test_a_wrong_setting_leaves_the_others_as_they_are_set(tmp_path: Path) -> None:
    config, complaints = load(tmp_path, 'ages = "date"\nmarks = 3\n[sidebar]\nwidth = 5\ncount = 7\n')

    assert (config.ages, config.marks, config.sidebar) == ("date", "unicode", Sidebar(count=7))
    assert len(complaints) == 2


@pytest.mark.parametrize("content", [b"ages = ", b"\xff\xfe\x00", b"a = 1\na = 2\n"])
def test_a_file_that_is_not_toml_is_one_complaint(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)

    config, [complaint] = load_config(path)

    assert config == Config()
    assert str(path) in complaint
    assert "TOML" in complaint


def test_a_file_that_can_not_be_read_is_one_complaint(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()

    config, [complaint] = load_config(tmp_path / "config.toml")

    assert config == Config()
    assert "directory" in complaint


def test_a_dangling_link_is_one_complaint(tmp_path: Path) -> None:
    (tmp_path / "config.toml").symlink_to(tmp_path / "nowhere")

    _, [complaint] = load_config(tmp_path / "config.toml")

    assert "No such file" in complaint


def test_a_complaint_is_terminal_safe(tmp_path: Path) -> None:
    _, [complaint] = load(tmp_path, 'ages = "\\u001b[31m\\u202e\\u009b31m"')

    assert complaint.isprintable()
