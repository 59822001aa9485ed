"""Every change of the schema, oldest first."""

from pathlib import Path

SCRIPTS = Path(__file__).parent
NEWEST = max(script.stem for script in (SCRIPTS / "versions").glob("v*.py"))[1:5]
"""The newest revision: files are named for theirs."""
