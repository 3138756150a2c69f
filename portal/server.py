"""`python -m portal.server --host ADDR --port N --cert FILE --key FILE`: start the portal."""

import argparse


def main() -> None:
    """Read the address from the command line and serve."""
    parser = argparse.ArgumentParser(prog="portal.server", description="Serve the portal.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000, help="0 chooses a free one")
    parser.add_argument("--cert", help="certificate chain, PEM")
    parser.add_argument("--key", help="its private key, PEM")
    given = parser.parse_args()
    if bool(given.cert) != bool(given.key):
        parser.error("--cert and --key go together")

    from core.server.serving import Address, serve
    from portal.asgi import application

    serve(application, Address(given.host, given.port, given.cert, given.key))


if __name__ == "__main__":
    main()
