"""How the shipped font files were made; run by hand when the package changes, never at run time.

    python -m motcua.ui.fonts PACKAGE_FOLDER OUT_FOLDER

PACKAGE_FOLDER is the unpacked npm package @fontsource/be-vietnam-pro; fontTools and brotli must be installed.
The package's digits are proportional and there is no `tnum`, so codes and times would not stand in columns:
"Motcua Tabular" is a ten-glyph companion with every digit centred in one width (OFL, under a name of its own).
"""

import sys
from pathlib import Path

WEIGHTS = {400: 660, 600: 680}  # weight: advance width of every digit, in units of 1000 to the em
SUBSETS = {"latin": "latin", "vietnamese": "viet", "latin-ext": "ext"}  # of the package: our file name
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]


def main(package: Path, out: Path) -> None:
    for weight, width in WEIGHTS.items():
        for subset, short in SUBSETS.items():
            save(trimmed(source(package, subset, weight), None), out / f"{short}-{weight}.woff2")
        digits = trimmed(source(package, "latin", weight), "0123456789")
        set_to_width(digits, width)
        rename(digits, weight)
        save(digits, out / f"tabular-{weight}.woff2")


def source(package: Path, subset: str, weight: int) -> Path:
    return package / "files" / f"be-vietnam-pro-{subset}-{weight}-normal.woff2"


def trimmed(path: Path, text: str | None):
    """Return the font without hinting and without features no page uses; `text` keeps only those letters."""
    from fontTools import subset

    options = subset.Options(hinting=False, layout_features=FEATURES if text is None else [], notdef_outline=False)
    font = subset.load_font(str(path), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=font.getBestCmap().keys() if text is None else [ord(letter) for letter in text])
    cutter.subset(font)
    return font


def set_to_width(font, width: int) -> None:
    from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates

    for name in font.getBestCmap().values():
        glyph, advance = font["glyf"][name], font["hmtx"][name][0]
        shift = round((width - advance) / 2)
        glyph.coordinates = GlyphCoordinates([(x + shift, y) for x, y in glyph.coordinates])
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (width, glyph.xMin)


def rename(font, weight: int) -> None:
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = f"MotcuaTabular-{weight}" if record.nameID == 6 else "Motcua Tabular"


def save(font, path: Path) -> None:
    font.flavor = "woff2"
    font.save(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
