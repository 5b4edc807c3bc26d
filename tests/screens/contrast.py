"""How well letters stand out from their ground: the contrast of WCAG 2.2."""


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Give the contrast of two colours, each red, green and blue from 0 to 255: 1 for none, 21 at most."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    parts = (part / 255 for part in colour[:3])
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
