"""Handlers are thin: they call methods of services and reach no deeper."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HANDLERS = Path(__file__).parents[2] / "handlers"
FILES = sorted(HANDLERS.rglob("*.py"))


def dotted(node: ast.AST) -> list[str]:
    """Return the names of a chain of attributes, empty unless it starts at a name."""
    if isinstance(node, ast.Name):
        return [node.id]
    before = dotted(node.value) if isinstance(node, ast.Attribute) else []
    return [*before, node.attr] if before else []


def aliases(tree: ast.AST) -> dict[str, list[str]]:
    """Return the local names of services with the chains they stand for: `alerts = services.alerts`."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            pairs = [(target, node.value) for target in node.targets]
            if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(node.targets[0].elts, node.value.elts, strict=True))
            found |= {target.id: dotted(value) for target, value in pairs if isinstance(target, ast.Name)}
    return {name: chain for name, chain in found.items() if "services" in chain}


def chains(tree: ast.AST) -> Iterator[str]:
    """Yield what follows `services` in every chain of attributes, local names of services resolved."""
    known = aliases(tree)
    for node in ast.walk(tree):
        names = dotted(node) if isinstance(node, ast.Attribute) else []
        names = [*known.get(names[0], names[:1]), *names[1:]] if names else []
        for i, name in enumerate(names):
            if name in ("services", "_services"):
                yield ".".join(names[i + 1 :])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HANDLERS)))
def test_no_handler_reaches_into_a_service(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [chain for chain in chains(tree) if chain.count(".") > 1] == []


@pytest.mark.parametrize(
    "code",
    [
        "async def f(context): await context.services.alerts.store.delete(1)",
        "self._services.alerts.store.delete(1)",
        "alerts = context.services.alerts\nalerts.store.delete(1)",
        "services, texts = context.services, context.texts\nservices.alerts.store.delete(1)",
    ],
)
def test_chain_into_a_service_is_found(code: str) -> None:
    assert "alerts.store.delete" in set(chains(ast.parse(code)))
