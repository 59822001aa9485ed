"""deploy/nginx.conf in a real nginx in front of the API."""

import asyncio
import re
import shutil
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests.api.serving import PUBLIC, TOKEN, Serve
from tests.profiles import PATIENCE_S

ROOT = Path(__file__).parents[2]
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin:/usr/local/sbin")
pytestmark = pytest.mark.skipif(
    NGINX is None or shutil.which("openssl") is None, reason="nginx or openssl is not installed"
)
SITE = "news.example.org"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def certificate(folder: Path) -> None:
    """Write a certificate of our own; the sites name theirs by path."""
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1"
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run([*command.split(), *files, "-subj", "/CN=test"], check=True, capture_output=True)


def deployed(api: str) -> str:
    """Return the sites as deployed, but for the API's address."""
    sites = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    sites, proxied = re.subn(r"proxy_pass http://127.0.0.1:8076;", f"proxy_pass {api};", sites)
    assert proxied == 1
    return sites


def configuration(folder: Path, port: int, sites: str) -> str:
    """Return a whole configuration with some sites, but for ports and certificates."""
    sites, listening = re.subn(r"listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;", sites)
    assert listening == 2
    sites = re.sub(r"/etc/letsencrypt/live/[\w.]+/", f"{folder}/", sites)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    return (
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;"
        f"events {{}} http {{ access_log {folder}/access.log; {temporary} {sites} }}"
    )


@asynccontextmanager
async def nginx(folder: Path, sites: str) -> AsyncIterator[httpx.AsyncClient]:
    """Run nginx with some sites; yield a client of the public one."""
    certificate(folder)
    port, file = free_port(), folder / "nginx.conf"
    file.write_text(configuration(folder, port, sites), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        str(NGINX), "-p", str(folder), "-c", str(file), "-e", str(folder / "error.log")
    )
    try:
        url = f"https://127.0.0.1:{port}"
        hooks = {"request": [_name_site]}
        options = {"headers": {"Host": SITE}, "event_hooks": hooks, "verify": False, "timeout": 60}
        async with httpx.AsyncClient(base_url=url, **options) as client:
            await _answering(client, process)
            yield client
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _name_site(request: httpx.Request) -> None:
    """Name the site in the TLS handshake, as browsers do: nginx chooses its limits by that."""
    request.extensions["sni_hostname"] = SITE


async def _answering(client: httpx.AsyncClient, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while process.returncode is None:
            try:
                await client.get("/not-served")
            except httpx.TransportError:
                await asyncio.sleep(0.05)
            else:
                return
    raise RuntimeError("nginx ended")


async def test_site_serves_the_api_and_nothing_else(serve: Serve, tmp_path: Path) -> None:
    token = {"Authorization": f"Bearer {TOKEN}"}
    async with (
        serve(api_public_url=PUBLIC) as api,
        nginx(tmp_path, deployed(api.url)) as site,
    ):
        assert (await site.get("/feed.atom?q=flood")).status_code == 200
        assert (await site.get("/s/flood-kestrel")).headers["Location"].startswith(f"{PUBLIC}/s/")
        assert (await site.get("/openapi.json")).status_code == 200
        assert (await site.get("/v1/ask?q=flood")).status_code == 401
        assert (await site.get("/v1/ask?q=flood", headers=token)).json()["entries"]
        pasted = await site.get("/v1/trace", params={"text": "نص طويل " * 900}, headers=token)
        assert pasted.status_code == 200
        for path in ("/", "/metrics", "/health", "/feeds", "/v2/ask", "/newsbot"):
            assert (await site.get(path)).status_code == 404, path
    assert not (tmp_path / "access.log").read_text(encoding="utf-8").count("flood")


async def test_readers_are_counted_by_their_own_address(serve: Serve, tmp_path: Path) -> None:
    settings = {"api_public_url": PUBLIC, "person_per_minute": 1}
    async with serve(**settings) as api, nginx(tmp_path, deployed(api.url)) as site:
        made_up = [{"X-Forwarded-For": address} for address in ("192.0.2.1", "192.0.2.2")]
        statuses = [(await site.get("/openapi.json", headers=header)).status_code for header in made_up]
    assert statuses == [200, 429]
