"""The `newsbot` command, one module per subcommand."""
