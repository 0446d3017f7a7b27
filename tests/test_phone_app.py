"""What a browser may keep of the web app, and for how long."""

import pytest

from server import phone_app


@pytest.fixture
def get(app, tmp_path, monkeypatch):
    """A browser, and a build as small as one can be."""
    (tmp_path / "assets").mkdir()
    for name in (
        "index.html",
        "office.html",
        "sw.js",
        "manifest.webmanifest",
        "assets/index-B0iJ2c.js",
    ):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(phone_app, "DIST", tmp_path)
    browser = app.test_client()
    # Files are streamed: whoever looks at the headers alone must read to the end.
    return lambda path: browser.get(path, buffered=True)


@pytest.mark.parametrize("path", ["/", "/ghi", "/moi/ABCD-EFGH-JKMN", "/van-phong/", "/sw.js"])
def test_pages_and_the_service_worker_are_asked_for_each_time(get, path):
    answer = get(path)
    assert answer.status_code == 200
    assert "no-cache" in answer.headers["Cache-Control"]


def test_a_file_whose_name_changes_with_its_content_is_kept_for_good(get):
    kept = get("/assets/index-B0iJ2c.js").headers["Cache-Control"]
    assert "immutable" in kept
    assert "max-age=31536000" in kept


def test_a_file_of_an_earlier_build_is_not_answered_with_a_page(get):
    answer = get("/assets/index-OLD.js")
    assert answer.status_code == 404
    assert "immutable" not in answer.headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/manifest.webmanifest", "application/manifest+json"), ("/sw.js", "text/javascript")],
)
def test_files_go_by_the_name_that_browsers_insist_on(get, path, kind):
    assert get(path).mimetype == kind
