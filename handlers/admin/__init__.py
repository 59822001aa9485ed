"""Commands for operators: status, stats, feeds, reload, rejects, reports."""
