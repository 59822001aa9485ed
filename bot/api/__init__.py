"""Answers over HTTP: JSON for programs, feeds, story pages, and tools for assistants (MCP).

request --server.py--> client and rate (clients.py) --endpoints.py--> services --conversion.py--> models
"""
