/* The index's arrays as compiled code reads them, and how postings and occurrences are looked up.

   Arrays come from files. A damaged file may give a wrong result, but no access outside the arrays: every index
   computed from a file's contents is masked or compared with a length.

   Results equal NumPy's to the last bit: the same operations in the same order on doubles, so these files must be
   compiled without fused multiply-add (-ffp-contract=off) and without -ffast-math. */

#ifndef NEWSBOT_INDEX_H
#define NEWSBOT_INDEX_H

#include <float.h>
#include <stdint.h>

#if FLT_EVAL_METHOD != 0 || defined(__FAST_MATH__)
#error "doubles must be computed as doubles"
#endif

#define WIDEST 4294967295.0

/* One segment of the index: see bot/search/index/segment.py. */
typedef struct {
    const int32_t *terms;          /* ascending */
    const int64_t *offsets;        /* of each term's postings, terms_size + 1 */
    const uint8_t *max_impacts;    /* of each term */
    const uint16_t *docs;          /* ascending within a term */
    const uint8_t *impacts;
    const uint32_t *exact_postings, *exact_counts; /* occurrences that don't follow from impacts */
    int64_t terms_size, postings, exact_size, least_exact, doc_base;
    double norm_per_term;          /* what impacts were computed with */
} segment;

/* Return a term's index in `terms`, -1 for none. */
static inline int64_t slot_of(const segment *seg, int64_t term)
{
    int64_t low = 0, high = term < seg->terms_size ? term : seg->terms_size;
    if (term < 0)
        return -1;
    if (term < seg->terms_size && seg->terms[term] == term)
        return term;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (seg->terms[middle] < term)
            low = middle + 1;
        else
            high = middle;
    }
    return low < seg->terms_size && seg->terms[low] == term ? low : -1;
}

/* Return how many postings a slot has, and where they begin; 0, and no beginning, for a slot of -1 or a
   damaged file. */
static inline int64_t postings_of(const segment *seg, int64_t slot, int64_t *begin)
{
    int64_t first, stop;
    if (slot < 0)
        return 0;
    first = seg->offsets[slot];
    stop = seg->offsets[slot + 1];
    if (first < 0 || stop <= first || stop > seg->postings)
        return 0;
    *begin = first;
    return stop - first;
}

/* Return the index of a posting in ascending postings, -1 if it isn't there. */
static inline int64_t find_exact(const uint32_t *postings, int64_t size, int64_t posting)
{
    int64_t low = 0, high = size;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (postings[middle] < posting)
            low = middle + 1;
        else
            high = middle;
    }
    return low < size && postings[low] == posting ? low : -1;
}

/* Return the most occurrences that have an impact, given the length norm: see `counts_behind` in impacts.py. */
static inline uint32_t count_behind(uint32_t impact, double norm)
{
    double count;
    if (impact == 255)
        return 0;
    count = norm * ((double)impact / (255.0 - impact));
    return count >= 0.0 && count < WIDEST ? (uint32_t)count : 0;
}

#endif
