"""The TLS context of all HTTP clients of this process."""

import ssl
from functools import cache

import httpx


@cache
def tls_context() -> ssl.SSLContext:
    """Return the context, made once: reading the certificates takes 30 ms and 2 MB for every client."""
    return httpx.create_ssl_context()
