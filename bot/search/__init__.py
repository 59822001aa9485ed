"""rank-bm25's model on posting lists: analysis, query language, index, ranking. Pure CPU."""
