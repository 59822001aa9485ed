"""The files in deploy/ for several processes name settings, roles and services that exist."""

import os
import re
import zipfile
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.app.role import Role
from bot.app.settings import PREFIX, Settings
from bot.engine import client

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
DEPLOY = Path(__file__).parents[1] / "deploy"
SERVICES: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.cluster.yaml").read_text(encoding="utf-8"))
BOTS = {
    name: about
    for name, about in SERVICES["services"].items()
    if about.get("image").startswith("newsbot-cluster:")
}
NODES = sorted(name for name in SERVICES["services"] if name.startswith("search-"))


def environment(name: str) -> dict[str, str]:
    return dict(SERVICES["services"][name]["environment"])


def test_processes_have_the_roles_that_the_page_promises() -> None:
    roles = [Role(environment(name)["NEWSBOT_ROLE"]) for name in BOTS]
    assert sorted(roles) == [Role.ANSWER, Role.ANSWER, Role.DELIVER, Role.INGEST]


@pytest.mark.parametrize("name", BOTS)
def test_environment_holds_valid_settings(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = environment(name)
    names = {variable.removeprefix(PREFIX).lower() for variable in chosen}
    assert names <= set(Settings.model_fields)
    for variable, value in chosen.items():
        monkeypatch.setenv(variable, re.sub(r"\$\{(\w+):\?[^}]*\}", r"\1", value))
    settings = Settings(_env_file=None)
    assert settings.engine_url is not None
    assert [f"http://{node}:9200" for node in NODES] == settings.engine_url.get_secret_value().split(",")


def test_every_service_restarts_is_limited_and_has_its_own_volume() -> None:
    volumes = [
        volume
        for about in SERVICES["services"].values()
        for volume in about.get("volumes", ())
        if not volume.startswith((".", "/"))
    ]
    assert sorted(volume.partition(":")[0] for volume in volumes) == sorted(SERVICES["volumes"])
    for name, about in SERVICES["services"].items():
        assert about["restart"] == "unless-stopped", name
        assert about["mem_limit"], name
        assert "healthcheck" in about or name in BOTS, f"{name}: only newsbot's image has one"
        assert not {"password", "token"} & {key.lower() for key in about.get("environment", {})}


def test_search_is_on_a_network_of_its_own_and_only_nginx_is_reached_from_outside() -> None:
    assert SERVICES["networks"]["search"] == {"internal": True}
    assert all(SERVICES["services"][node]["networks"] == ["search"] for node in NODES)
    assert [name for name, about in SERVICES["services"].items() if "ports" in about] == ["nginx"]


def test_nodes_know_each_other() -> None:
    assert NODES == ["search-1", "search-2", "search-3"]
    for node in NODES:
        chosen = environment(node)
        assert chosen["node.name"] == node
        assert chosen["discovery.seed_hosts"].split(",") == NODES
        assert chosen["cluster.initial_cluster_manager_nodes"].split(",") == NODES


def test_nginx_forwards_to_the_answering_processes() -> None:
    site = (DEPLOY / "nginx.cluster.conf").read_text(encoding="utf-8")
    answering = [name for name in BOTS if environment(name)["NEWSBOT_ROLE"] == "answer"]
    for name in answering:
        assert SERVICES["services"][name]["networks"]["default"] == {"aliases": ["answer"]}
        ports = {environment(name)[key].rpartition(":")[2] for key in _LISTENING}
        assert {*re.findall(r"proxy_pass http://\$answer:(\d+);", site)} == ports
    assert re.findall(r"set \$answer (\w+);", site) == ["answer", "answer"]


def test_temporary_files_of_sqlite_are_not_in_memory() -> None:
    files = (DEPLOY.parent / "Dockerfile", DEPLOY.parent / "compose.yaml")
    dockerfile, compose = (file.read_text(encoding="utf-8") for file in files)
    chosen = dict(re.findall(r"\b(\w+)=(/\S+)", dockerfile))
    assert chosen["SQLITE_TMPDIR"] == chosen["NEWSBOT_DATA"]
    bots = [yaml.safe_load(compose)["services"]["newsbot"], *(SERVICES["services"][name] for name in BOTS)]
    for about in bots:
        assert chosen["SQLITE_TMPDIR"] not in about["tmpfs"]
        assert chosen["SQLITE_TMPDIR"] in {volume.split(":")[1] for volume in about["volumes"]}


_SERVICE_KEYS = {
    "build", "cap_drop", "depends_on", "env_file", "environment", "healthcheck", "image", "mem_limit",
    "networks", "ports", "read_only", "restart", "security_opt", "stop_grace_period", "tmpfs",
    "ulimits", "volumes",
}  # fmt: skip
"""Those of the Compose specification that the file uses: any other is misspelled, or has to be added here."""
_CONDITIONS = {"service_started", "service_healthy", "service_completed_successfully"}
_DURATION = re.compile(r"(\d+(us|ms|s|m|h))+")


@pytest.mark.parametrize("name", SERVICES["services"])
def test_service_follows_the_compose_specification(name: str) -> None:
    about = SERVICES["services"][name]
    assert set(about) <= _SERVICE_KEYS
    assert "image" in about
    networks = about.get("networks", ["default"])
    assert {*networks} <= {*SERVICES["networks"], "default"}
    for target in (volume.split(":")[1] for volume in about.get("volumes", ())):
        assert target.startswith("/")
    check = about.get("healthcheck", {})
    assert set(check) <= {"test", "interval", "timeout", "retries", "start_period"}
    assert all(_DURATION.fullmatch(check[key]) for key in ("interval", "timeout") if key in check)
    assert not check or check["test"][0] in ("CMD", "CMD-SHELL")
    assert all(isinstance(value, str) for value in about.get("environment", {}).values())


@pytest.mark.parametrize("name", SERVICES["services"])
def test_service_waits_only_for_services_that_can_become_what_it_waits_for(name: str) -> None:
    needed = SERVICES["services"][name].get("depends_on", {})
    conditions = (
        needed if isinstance(needed, dict) else {one: {"condition": "service_started"} for one in needed}
    )
    for other, about in conditions.items():
        assert about["condition"] in _CONDITIONS
        assert "healthcheck" in SERVICES["services"][other] or about["condition"] != "service_healthy"
        assert name not in SERVICES["services"][other].get("depends_on", {})


@pytest.mark.parametrize("name", BOTS)
def test_process_reaches_database_and_cluster_by_their_names(name: str) -> None:
    networks = {*BOTS[name]["networks"]}
    for variable in ("NEWSBOT_DATABASE_URL", "NEWSBOT_ENGINE_URL"):
        for host in re.findall(
            r"//(?:[^@/]*@)?([\w-]+)", re.sub(r"\$\{[^}]*\}", "x", environment(name)[variable])
        ):
            assert networks & {*SERVICES["services"][host].get("networks", ["default"])}, host


def test_images_have_versions_and_the_clients_are_locked() -> None:
    for name, about in SERVICES["services"].items():
        assert name in BOTS or re.search(r":\d", about["image"]), f"{name} has no version"
    build = next(iter(BOTS.values()))["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).is_file()
    dockerfile = (DEPLOY / "Dockerfile.cluster").read_text(encoding="utf-8")
    (lock,) = re.findall(r"COPY (\S+) ", dockerfile)
    assert {"--require-hashes", "--no-deps"} <= {*dockerfile.split()}
    assert f"!{lock}" in (DEPLOY.parent / ".dockerignore").read_text(encoding="utf-8").splitlines()
    dev = (DEPLOY.parent / "requirements-dev.lock").read_text(encoding="utf-8")
    locked = re.findall(r"(?m)^\S+==\S+", (DEPLOY.parent / lock).read_text(encoding="utf-8"))
    assert locked
    assert [package for package in locked if package not in dev] == [], "run make lock"


_LISTENING = ("NEWSBOT_WEBHOOK_LISTEN", "NEWSBOT_API")
_ACTIONS = {
    "bulk": ("indices:data/write/bulk", "indices:data/write/bulk[s]"),
    "mget": ("indices:data/read/mget", "indices:data/read/mget[shard]"),
    "msearch": ("indices:data/read/msearch", "indices:data/read/search"),
    "search": ("indices:data/read/search",),
    "termvectors": ("indices:data/read/tv",),
    "indices.create": ("indices:admin/create", "indices:admin/aliases"),
    "indices.delete": ("indices:admin/delete",),
    "indices.exists": ("indices:admin/get",),
    "indices.forcemerge": ("indices:admin/forcemerge",),
    "indices.get": ("indices:admin/get",),
    "indices.refresh": ("indices:admin/refresh", "indices:admin/refresh[s]"),
    "indices.stats": ("indices:monitor/stats",),
    "indices.update_aliases": ("indices:admin/aliases",),
}
"""What the security plugin checks for each call of the client, by OpenSearch's names."""
_CLUSTER_GROUPS = {
    "cluster_composite_ops": (
        "indices:data/write/bulk",
        "indices:data/read/mget",
        "indices:data/read/msearch",
    ),
}
_INDEX_GROUPS = {
    "read": ("indices:data/read*",),
    "write": ("indices:data/write*",),
    "create_index": ("indices:admin/create", "indices:admin/mapping/put"),
    "manage_aliases": ("indices:admin/aliases*",),
    "indices_monitor": ("indices:monitor/*",),
}
"""What the plugin's documentation says that a group of actions has, as far as it is needed here."""


def test_rights_of_every_call_to_the_cluster_are_known() -> None:
    code = Path(client.__file__).read_text(encoding="utf-8")
    calls = set(re.findall(r"_client\.((?:indices\.)?\w+)\(", code)) - {"close"}
    assert calls == set(_ACTIONS)


def test_role_allows_newsbots_indices_only() -> None:
    roles = yaml.safe_load((DEPLOY / "opensearch/roles.yml").read_text(encoding="utf-8"))
    assert roles.pop("_meta") == {"type": "roles", "config_version": 2}
    ((name, role),) = roles.items()
    assert set(role) == {"description", "cluster_permissions", "index_permissions"}
    (indices,) = role["index_permissions"]
    assert indices["index_patterns"] == ["newsbot-*"]
    of_cluster = {one for group in role["cluster_permissions"] for one in _CLUSTER_GROUPS[group]}
    patterns = {
        pattern for right in indices["allowed_actions"] for pattern in _INDEX_GROUPS.get(right, (right,))
    }
    needed = {action for actions in _ACTIONS.values() for action in actions}
    assert [
        action
        for action in sorted(needed - of_cluster)
        if not any(fnmatchcase(action.replace("[", "("), pattern) for pattern in patterns)
    ] == []
    assert of_cluster <= needed
    for pattern in patterns - {"indices:admin/mapping/put"}:
        assert any(fnmatchcase(action, pattern) for action in needed), f"{pattern} is not needed"
    mapping = yaml.safe_load((DEPLOY / "opensearch/roles_mapping.yml").read_text(encoding="utf-8"))
    assert mapping.pop("_meta") == {"type": "rolesmapping", "config_version": 2}
    assert mapping == {name: {"users": ["newsbot"]}}


@pytest.mark.opensearch
def test_actions_have_these_names_in_opensearch() -> None:
    jars = sorted(CACHE.glob("newsbot-tests/opensearch-*/lib/opensearch-[0-9]*.jar"))
    if not jars:
        pytest.skip("tests/with_opensearch has not fetched OpenSearch yet")
    with zipfile.ZipFile(jars[-1]) as classes:
        code = b"".join(
            classes.read(name)
            for name in classes.namelist()
            if re.match(r"org/opensearch/action/.*Action\.class", name)
        )
    for action in {action for actions in _ACTIONS.values() for action in actions}:
        assert action.partition("[")[0].encode() in code, action
