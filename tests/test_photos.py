"""Photos: drawn anew, kept once, seen by those who may see the session, and never of a home."""

import io
import shutil
import threading
import uuid

import pytest
from PIL import Image, ImageDraw

from server.photos import files
from tests.test_hints import kept_as_told
from tests.world import changes

HOME_VISIT = {"type": "home_visit", "households": 10}


def picture(size=(1600, 1200), kind="JPEG", color="#B3245B", **more):
    image = Image.new("RGB", size, color)
    ImageDraw.Draw(image).ellipse([10, 10, size[0] // 2, size[1] // 2], fill="white")
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def with_place(orientation=1):
    """A photo as a phone takes it: where it was taken, with what, and how it was held."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Maker", orientation
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (10.0, 21.0, 38.0)
    return picture(exif=exif, comment=b"secret place")


def send(person, session_id, content, *, photo_id=None, expect=201, type="image/jpeg"):
    path = f"/sessions/{session_id}/photos/{photo_id or uuid.uuid4()}"
    return person.call("PUT", path, data=content, content_type=type, expect=expect).json


def kept(person, photo):
    path = f"/sessions/{photo['session_id']}/photos/{photo['id']}"
    answer = person.get(path)
    assert answer.mimetype == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    content = answer.data
    answer.close()
    return content


@pytest.fixture
def lan(world):
    with world.app.app_context():
        shutil.rmtree(files.root(), ignore_errors=True)
    return world.volunteer("Lan")


def test_a_photo_is_drawn_anew_without_a_word_about_where(world, lan):
    session = lan.record(world.body(lan.team))
    photo = send(lan, session["id"], with_place())
    content = kept(lan, photo)
    drawn = Image.open(io.BytesIO(content))
    assert max(drawn.size) == 1280 and drawn.size == (photo["width"], photo["height"])
    assert len(content) == photo["bytes"] <= 200 * 1024
    assert not drawn.getexif() and b"secret place" not in content and b"Maker" not in content
    assert lan.get(f"/sessions/{session['id']}").json["photos"] == [photo["id"]]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stays_the_way_it_was_held(world, lan, orientation):
    session = lan.record(world.body(lan.team))
    photo = send(lan, session["id"], with_place(orientation))
    upright = (photo["width"], photo["height"])
    assert upright == ((1280, 960) if orientation < 5 else (960, 1280))


def test_a_busy_picture_still_fits(world, lan):
    session = lan.record(world.body(lan.team))
    noise = Image.effect_noise((1600, 1600), 200).convert("RGB")
    file = io.BytesIO()
    noise.save(file, "JPEG", quality=95)
    assert send(lan, session["id"], file.getvalue())["bytes"] <= 200 * 1024


@pytest.mark.parametrize(("kind", "type"), [("PNG", "image/png"), ("WEBP", "image/webp")])
def test_other_kinds_become_jpeg_too(world, lan, kind, type):
    session = lan.record(world.body(lan.team))
    photo = send(lan, session["id"], picture(kind=kind), type=type)
    assert Image.open(io.BytesIO(kept(lan, photo))).format == "JPEG"


def test_the_same_photo_again_is_one_and_two_of_the_same_bytes_are_two(world, lan):
    session = lan.record(world.body(lan.team))
    content, photo_id = picture(), str(uuid.uuid4())
    send(lan, session["id"], content, photo_id=photo_id)
    send(lan, session["id"], content, photo_id=photo_id, expect=200)
    other = send(lan, session["id"], picture(color="blue"), photo_id=photo_id, expect=409)
    assert other["code"] == "photo_conflict"
    send(lan, session["id"], content)
    third = send(lan, session["id"], content, expect=409)
    assert third["code"] == "too_many_photos"
    assert len(lan.get(f"/sessions/{session['id']}").json["photos"]) == 2


def test_a_photo_may_come_before_its_session(world, lan):
    session_id = str(uuid.uuid4())
    photo = send(lan, session_id, picture())
    lan.get(f"/sessions/{session_id}/photos/{photo['id']}", expect=404)
    session = lan.record(world.body(lan.team), session_id=session_id)
    assert session["photos"] == [photo["id"]]
    kept(world.officer("Khoa"), photo)


def test_nobody_slips_a_photo_into_somebody_elses_session(world, lan):
    mai = world.volunteer("Mai", "Ấp 2")
    session_id = str(uuid.uuid4())
    send(mai, session_id, picture())  # under an id that Lan is about to use
    assert lan.record(world.body(lan.team), session_id=session_id)["photos"] == []
    refused = send(mai, session_id, picture(), expect=404)
    assert refused["code"] == "session_not_found"


def test_a_photo_is_seen_by_those_who_see_the_session_only(world, lan):
    photo = send(lan, lan.record(world.body(lan.team))["id"], picture())
    path = f"/sessions/{photo['session_id']}/photos/{photo['id']}"
    for stranger in (world.officer("Năm", "cụm Nam"), world.volunteer("Mai", "Ấp 2")):
        stranger.get(path, expect=404)
        stranger.call("DELETE", path, expect=404)
    kept(world.person("Tý", team=lan.team), photo)


def test_no_photos_of_home_visits_not_even_afterwards(world, lan):
    visit = lan.record(world.body(lan.team, **HOME_VISIT))
    assert send(lan, visit["id"], picture(), expect=409)["code"] == "photo_not_at_home"
    outing = lan.record(world.body(lan.team))
    photo = send(lan, outing["id"], picture())
    mended = lan.put(
        f"/sessions/{outing['id']}",
        world.body(lan.team, **HOME_VISIT),
        headers={"If-Match": '"v1"'},
    ).json
    assert mended["photos"] == []
    lan.get(f"/sessions/{outing['id']}/photos/{photo['id']}", expect=404)


def test_its_author_takes_it_off_before_the_decision(world, lan):
    khoa = world.officer("Khoa")
    session = lan.record(world.body(lan.team))
    photo = send(lan, session["id"], picture())
    path = f"/sessions/{session['id']}/photos/{photo['id']}"
    khoa.call("DELETE", path, expect=403)
    lan.call("DELETE", path, expect=204)
    lan.call("DELETE", path, expect=404)
    assert not files_there(world)
    photo = send(lan, session["id"], picture())
    khoa.review(session, "approve")
    lan.call("DELETE", f"/sessions/{session['id']}/photos/{photo['id']}", expect=409)


def files_there(world):
    with world.app.app_context():
        return [p for p in files.root().glob("*/*/*") if p.is_file()]


BOMB = picture((9000, 9000), "PNG")


def endless():
    """A JPEG in passes, its last pass said again and again: each costs as much as a picture."""
    content = picture((400, 400), progressive=True)
    last = content.rindex(b"\xff\xda")
    return content[:-2] + content[last:-2] * 200 + content[-2:]


@pytest.mark.parametrize(
    ("content", "type", "code"),
    [
        (b"", "image/jpeg", "photo_unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/jpeg", "photo_unreadable"),
        (b"GIF89a" + b"\0" * 50, "image/jpeg", "photo_unreadable"),
        (picture()[:900], "image/jpeg", "photo_unreadable"),
        (BOMB, "image/png", "photo_unreadable"),
        (endless(), "image/jpeg", "photo_unreadable"),
        (picture((9000, 300)), "image/jpeg", "photo_unreadable"),
        (picture(), "image/svg+xml", "photo_type"),
        (picture(), "application/json", "photo_type"),
        (b"\xff" * (5 * 1024 * 1024 + 1), "image/jpeg", "too_large"),
    ],
    ids=["empty", "svg", "gif", "cut", "bomb", "endless", "long", "type svg", "type json", "large"],
)
def test_what_is_no_photo_is_refused_and_nothing_is_kept(world, lan, content, type, code):
    session = lan.record(world.body(lan.team))
    path = f"/sessions/{session['id']}/photos/{uuid.uuid4()}"
    expect = {"photo_type": 415, "too_large": 413}.get(code, 422)
    answer = lan.call("PUT", path, data=content, content_type=type, expect=expect)
    assert answer.json["code"] == code
    assert not files_there(world)


def test_sweeping_takes_what_belongs_to_nothing_and_nothing_else(world, lan):
    session = lan.record(world.body(lan.team))
    photo = send(lan, session["id"], picture())
    taken_back = lan.record(world.body(lan.team))
    send(lan, taken_back["id"], picture())
    lan.withdraw(taken_back)
    send(lan, uuid.uuid4(), picture())  # its session may still come
    with world.app.app_context():
        said = world.app.test_cli_runner().invoke(args=["photos", "sweep"]).output
    assert "1 photos and 0 files taken away" in said
    assert len(files_there(world)) == 2
    kept(lan, photo)


def test_a_portrait_with_its_second_picture_is_a_photo(world, lan):
    session = lan.record(world.body(lan.team))
    first, second = Image.new("RGB", (800, 600), "#B3245B"), Image.new("RGB", (200, 150))
    file = io.BytesIO()
    first.save(file, "MPO", save_all=True, append_images=[second])
    photo = send(lan, session["id"], file.getvalue())
    assert (photo["width"], photo["height"]) == (800, 600)


def test_the_same_photo_six_times_at_once_is_one(world, lan):
    session = lan.record(world.body(lan.team))
    path = f"/sessions/{session['id']}/photos/{uuid.uuid4()}"
    content, statuses = picture((300, 200)), []

    def put():
        answer = lan.app.test_client().put(
            f"/api/v1{path}",
            data=content,
            content_type="image/jpeg",
            headers={"Authorization": f"Bearer {lan.token}"},
        )
        statuses.append(answer.status_code)

    threads = [threading.Thread(target=put) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] * 5 + [201]


def test_a_phone_hears_that_a_photo_arrived(world, lan):
    session = lan.record(world.body(lan.team))
    cursor = changes(lan)["next_cursor"]
    photo = send(lan, session["id"], picture())
    page = changes(lan, cursor)
    assert [s["photos"] for s in page["items"]] == [[photo["id"]]]


def scene(shift=0, quality=90, size=(1600, 1200)):
    """A street: light above, dark below, with some houses."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(image)
    for house in range(5):
        left = house * 310 + shift
        draw.rectangle([left, 300 + house * 90, left + 180, 1100], fill=(40 * house, 90, 60))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality)
    return file.getvalue()


def flags_of(person, session):
    return [flag["code"] for flag in person.get(f"/sessions/{session['id']}").json["flags"]]


def test_a_photo_used_before_is_hinted_at_also_when_it_was_compressed_once_more(world, lan):
    first = lan.record(world.body(lan.team, date="2026-11-16"))
    second = lan.record(world.body(lan.team, participants=30))
    send(lan, first["id"], scene())
    assert flags_of(lan, first) == flags_of(lan, second) == []
    again = send(lan, second["id"], scene(quality=60))
    assert flags_of(lan, second) == ["photo_reused"]
    assert flags_of(lan, first) == []
    khoa = world.officer()
    queue = khoa.get("/sessions?state=pending&flagged=true").json["items"]
    assert [s["id"] for s in queue] == [second["id"]]
    similar = khoa.get(f"/sessions/{second['id']}").json["similar"]
    assert [s["id"] for s in similar] == [first["id"]]
    lan.call("DELETE", f"/sessions/{second['id']}/photos/{again['id']}", expect=204)
    assert flags_of(lan, second) == []


def test_the_hint_stays_when_the_session_is_amended_and_comes_with_a_photo_sent_first(world, lan):
    first = lan.record(world.body(lan.team, date="2026-11-16"))
    send(lan, first["id"], scene())
    later = str(uuid.uuid4())
    send(lan, later, scene())
    second = lan.record(world.body(lan.team), session_id=later)
    assert [flag["code"] for flag in second["flags"]] == ["photo_reused"]
    assert kept_as_told(world.app)
    lan.put(
        f"/sessions/{later}", world.body(lan.team, participants=31), headers={"If-Match": '"v1"'}
    )
    assert flags_of(lan, second) == ["photo_reused"]


def test_other_pictures_are_other_pictures(world, lan):
    first = lan.record(world.body(lan.team, date="2026-11-16"))
    second = lan.record(world.body(lan.team))
    send(lan, first["id"], scene())
    send(lan, second["id"], scene(shift=150))
    send(lan, first["id"], picture(color="black"))
    send(lan, second["id"], picture(color="white"))
    assert flags_of(lan, second) == []
