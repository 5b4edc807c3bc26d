"""Where an unsigned request may come from: this machine, and no page of another site."""

import ipaddress
import re

from flask import request

from skill.web.refusal import RefusedError

# A form of another site can write JSON in this type, and an old browser sends it without saying where it comes from.
FORM = "text/plain"
# What a browser says of a page of ours, and of an address that a person typed. "same-site" is any port of this machine.
OUR_SITE = ("same-origin", "none")


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address can only be this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def only_from_here() -> None:
    """Let the present request through if it comes from this machine. Raises RefusedError."""
    # However the server was bound. By the name too: a page that makes its own name point here, and most tunnels,
    # send another one.
    name = re.sub(r":\d+$", "", request.host).strip("[]")
    if not (is_loopback(request.remote_addr or "") and is_loopback(name)):
        raise RefusedError("not_local")
    # The browser of somebody who runs this is on this machine too, whatever page it shows.
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "none")
    if origin not in (None, f"http://{request.host}") or site not in OUR_SITE or request.mimetype == FORM:
        raise RefusedError("cross_site")
