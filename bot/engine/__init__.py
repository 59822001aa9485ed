"""Search and alerts on an OpenSearch cluster, for those who outgrow one machine.

The cluster holds derived data only: it is rebuilt from the database. Analysis and ranking stay ours: the
cluster gets our terms, finds the candidates, and counts; `bot.search.ranking` ranks them.
"""
