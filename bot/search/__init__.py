"""Search, scored by rank_bm25: query/ -> index/ -> bm25.py -> ranking/ -> local_index.py."""
