"""Draws public/icons/ from the lotus of public/favicon.svg, in the browser of the journeys. Run by
hand from the top folder when the drawing changes: .venv/bin/python server/web/scripts/icons.py"""

import io
import os
import re
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

PUBLIC = Path(__file__).parent.parent / "public"
# On the accent itself, so that it is found on a white wallpaper in the sun.
GROUND = "#B3245B"
ON_GROUND = {"#F3B6CE": "#DB7FA6", "#D65C8D": "#F5CCDD", "#B3245B": "#FFFFFF", "#1B7F4B": "#A9DDBF"}
LOTUS = re.search(r"<svg[^>]*>(.*)</svg>", (PUBLIC / "favicon.svg").read_text(), re.S)[1]
# How much of the square the lotus takes: launchers cut a maskable icon to a circle of four fifths.
ICONS = {
    "192": (192, "round", 0.86),
    "512": (512, "round", 0.86),
    "maskable-192": (192, "full", 0.66),
    "maskable-512": (512, "full", 0.66),
    "apple-touch": (180, "full", 0.82),
}


def drawing(shape: str, share: float) -> str:
    corner = 7 if shape == "round" else 0
    side = 32 * share
    inset = (32 - side) / 2
    lotus = re.sub("#[0-9A-F]{6}", lambda colour: ON_GROUND[colour[0]], LOTUS)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="100%" height="100%">'
        f'<rect width="32" height="32" rx="{corner}" fill="{GROUND}"/>'
        f'<svg x="{inset}" y="{inset}" width="{side}" height="{side}" viewBox="0 0 32 32">'
        f"{lotus}</svg></svg>"
    )


def main() -> None:
    browser_at = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_at, args=["--no-sandbox"])
        for name, (size, shape, share) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(f'<body style="margin:0;height:100vh">{drawing(shape, share)}')
            shot = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
            # Few colours: a quarter of the bytes, and nothing that the eye would miss.
            shot.quantize(64, Image.Quantize.FASTOCTREE).save(
                PUBLIC / "icons" / f"{name}.png", optimize=True
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
