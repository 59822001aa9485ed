"""The files in deploy/ for several processes name settings, roles and services that exist."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.app.role import Role
from bot.app.settings import PREFIX, Settings
from bot.engine import client

DEPLOY = Path(__file__).parents[1] / "deploy"
SERVICES: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.cluster.yaml").read_text(encoding="utf-8"))
BOTS = {
    name: about for name, about in SERVICES["services"].items() if about.get("image") == "newsbot-cluster"
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
    for port in (environment(answering[0])[key].rpartition(":")[2] for key in _LISTENING):
        assert re.findall(rf"server ([\w-]+):{port} ", site) == answering


_LISTENING = ("NEWSBOT_WEBHOOK_LISTEN", "NEWSBOT_API")
_NEEDED_RIGHTS = {
    "bulk": {"cluster_composite_ops", "write"},
    "mget": {"cluster_composite_ops", "read"},
    "msearch": {"cluster_composite_ops", "read"},
    "search": {"read"},
    "termvectors": {"read"},
    "indices.create": {"create_index", "manage_aliases"},
    "indices.delete": {"indices:admin/delete"},
    "indices.exists": {"indices:admin/get"},
    "indices.forcemerge": {"indices:admin/forcemerge*"},
    "indices.get": {"indices:admin/get"},
    "indices.refresh": {"indices:admin/refresh*"},
    "indices.stats": {"indices_monitor"},
    "indices.update_aliases": {"manage_aliases"},
}
"""Action groups and actions, as OpenSearch's security plugin documents them, by call of the client."""


def test_rights_of_every_call_to_the_cluster_are_known() -> None:
    code = Path(client.__file__).read_text(encoding="utf-8")
    calls = set(re.findall(r"_client\.((?:indices\.)?\w+)\(", code)) - {"close"}
    assert calls == set(_NEEDED_RIGHTS)


def test_role_allows_newsbots_indices_only() -> None:
    roles = yaml.safe_load((DEPLOY / "opensearch/roles.yml").read_text(encoding="utf-8"))
    assert roles.pop("_meta") == {"type": "roles", "config_version": 2}
    ((name, role),) = roles.items()
    assert set(role) == {"description", "cluster_permissions", "index_permissions"}
    (indices,) = role["index_permissions"]
    assert indices["index_patterns"] == ["newsbot-*"]
    rights = {*role["cluster_permissions"], *indices["allowed_actions"]}
    assert rights == set().union(*_NEEDED_RIGHTS.values())
    mapping = yaml.safe_load((DEPLOY / "opensearch/roles_mapping.yml").read_text(encoding="utf-8"))
    assert mapping.pop("_meta") == {"type": "rolesmapping", "config_version": 2}
    assert mapping == {name: {"users": ["newsbot"]}}
