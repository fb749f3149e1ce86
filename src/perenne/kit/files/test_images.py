"""Of an image, what draws is kept, bit for bit; what tells of its author is not."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image, ImageOps

from perenne.kit.files.inspecting.orientation import orientation_in, saying
from perenne.kit.files.receiving import receive
from perenne.kit.files.tests.makers import GPS, photograph, picture, screenshot
from perenne.kit.files.uses import Use


def drawn(content):
    with Image.open(io.BytesIO(content)) as image:
        return ImageOps.exif_transpose(image).convert("RGB").tobytes(), image.size, image.info


@pytest.mark.parametrize("content", [photograph(), screenshot()], ids=["JPEG", "PNG"])
def test_metadata_goes_and_the_picture_stays_what_it_was(content):
    received = receive(content, "photo", Use.PROOF)
    assert GPS.encode() in content
    assert GPS.encode() not in received.content
    assert b"Telephone" not in received.content
    assert drawn(received.content)[:2] == drawn(content)[:2]
    assert not {"exif", "comment", "Author", "Comment"} & set(drawn(received.content)[2])
    print(f"{len(content)} bytes sent, {len(received.content)} kept")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stays_the_right_way_up(orientation):
    content = photograph(orientation)
    kept = receive(content, "photo.jpg", Use.PROOF).content
    assert drawn(kept)[0] == drawn(content)[0]
    with Image.open(io.BytesIO(kept)) as image:
        assert dict(image.getexif()) == ({} if orientation == 1 else {0x0112: orientation})


@pytest.mark.parametrize(
    "content",
    [
        picture("PNG"),
        picture("JPEG"),
        picture("JPEG", progressive=True),
        picture("PNG", optimize=1),
    ],
)
def test_an_image_without_metadata_is_kept_as_it_is(content):
    assert receive(content, "a", Use.PROOF).content == content


def test_colour_profiles_stay():
    content = picture("JPEG", icc_profile=b"profile" * 30)
    assert receive(content, "a", Use.PROOF).content == content


def test_what_trails_behind_an_image_is_cut_off():
    content = picture("JPEG")
    assert receive(content + bytes(500), "a", Use.PROOF).content == content


@given(some.integers(2, 8))
def test_what_is_said_of_the_orientation_is_understood_again(orientation):
    assert orientation_in(saying(orientation)) == orientation


@given(some.binary(max_size=200))
def test_no_metadata_breaks_the_reading_of_the_orientation(tiff):
    for head in (b"II*\x00", b"MM\x00*", b""):
        assert orientation_in(b"\xff\xe1\x00\x00Exif\x00\x00" + head + tiff) in range(9)
