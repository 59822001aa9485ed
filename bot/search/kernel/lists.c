/* Which articles some terms are in, and how often: what masks, prefixes and counts need. */

#include <stddef.h>

#include "index.h"

/* Return the index of the first of a segment's terms, from `slot` on, that is at least `term`: terms ascend, so
   that each is near the one before. */
static int64_t advance_slot(const segment *seg, int64_t slot, int64_t term)
{
    int64_t step = 1, high;
    if (slot >= seg->terms_size || seg->terms[slot] >= term)
        return slot;
    while (slot + step < seg->terms_size && seg->terms[slot + step] < term) {
        slot += step;
        step *= 2;
    }
    high = slot + step < seg->terms_size ? slot + step : seg->terms_size;
    while (slot + 1 < high) { /* terms[slot] < term <= terms[high] */
        int64_t middle = slot + (high - slot) / 2;
        if (seg->terms[middle] < term)
            slot = middle;
        else
            high = middle;
    }
    return high;
}

/* Return how many postings a term has, and where they begin; `slot` is where the search for it starts. */
static int64_t next_postings(const segment *seg, int64_t term, int64_t *slot, int64_t *begin)
{
    *slot = advance_slot(seg, *slot, term);
    return *slot < seg->terms_size && seg->terms[*slot] == term ? postings_of(seg, *slot, begin) : 0;
}

/* Mark the articles that have any of some terms, which ascend. */
void newsbot_mark(const segment *segments, int64_t segments_size, const int32_t *terms, int64_t terms_size,
                  uint8_t *marked, int64_t articles)
{
    for (int64_t s = 0; s < segments_size; s++) {
        const segment *seg = &segments[s];
        uint8_t *of_segment = marked + seg->doc_base;
        int64_t room = articles - seg->doc_base, slot = 0;
        for (int64_t t = 0; t < terms_size; t++) {
            int64_t begin = 0, size = next_postings(seg, terms[t], &slot, &begin);
            const uint16_t *docs = seg->docs + begin;
            for (int64_t i = 0; i < size; i++)
                if (docs[i] < room)
                    of_segment[docs[i]] = 1;
        }
    }
}

static uint32_t count_in(const segment *seg, int64_t posting, double norm, const double *ratios)
{
    double count;
    uint32_t impact = seg->impacts[posting];
    if (impact >= seg->least_exact) {
        int64_t exact = find_exact(seg->exact_postings, seg->exact_size, posting);
        if (exact >= 0)
            return seg->exact_counts[exact];
    }
    count = norm * ratios[impact];
    return count >= 0.0 && count < WIDEST ? (uint32_t)count : 0;
}

/* Add up the occurrences of some terms, which ascend, in each article; return how many articles have any. */
int64_t newsbot_count(const segment *segments, int64_t segments_size, const int32_t *terms, int64_t terms_size,
                      const int32_t *lengths, int64_t articles, double norm_base, uint32_t *counts)
{
    int64_t found = 0;
    double ratios[256] = {0.0};
    for (int impact = 0; impact < 255; impact++) /* as in `count_behind` */
        ratios[impact] = (double)impact / (255.0 - impact);
    for (int64_t s = 0; s < segments_size; s++) {
        const segment *seg = &segments[s];
        int64_t room = articles - seg->doc_base, slot = 0;
        for (int64_t t = 0; t < terms_size; t++) {
            int64_t begin = 0, size = next_postings(seg, terms[t], &slot, &begin);
            for (int64_t i = begin; i < begin + size; i++) {
                int64_t doc = seg->doc_base + seg->docs[i];
                uint32_t count;
                if (seg->docs[i] >= room)
                    continue;
                count = count_in(seg, i, lengths[doc] * seg->norm_per_term + norm_base, ratios);
                found += !counts[doc] && count;
                counts[doc] += count;
            }
        }
    }
    return found;
}

/* A posting list that is computed: see `PostingLists` in posting_lists.py. */
typedef struct {
    int64_t *docs;
    uint8_t *impacts;
    uint32_t *exact_postings, *exact_counts;
    int64_t room;                                     /* of each array */
    int64_t size, exact_size, least_exact, max_impact; /* out */
} computed;

/* Return an article's impact, rounded up: see `quantize_impacts` in impacts.py. */
static uint32_t impact_of(uint32_t count, double norm)
{
    double weight = count / ((double)(float)norm + count);
    double steps = weight * 255.0 + (double)1e-3f;
    uint32_t impact = (uint32_t)steps;
    impact += impact < steps;
    return impact < 255 ? impact : 255;
}

/* Make a posting list of the occurrences in each article. */
void newsbot_compute_list(const uint32_t *counts, const int32_t *lengths, int64_t articles, double norm_per_term,
                          double norm_base, computed *list)
{
    list->size = list->exact_size = list->max_impact = 0;
    list->least_exact = 256;
    for (int64_t doc = 0; doc < articles; doc++) {
        double norm;
        uint32_t impact;
        if (!counts[doc])
            continue;
        if (list->size == list->room)
            return;
        norm = lengths[doc] * norm_per_term + norm_base;
        impact = impact_of(counts[doc], norm);
        if (impact > list->max_impact)
            list->max_impact = impact;
        if (count_behind(impact, norm) != counts[doc]) {
            list->exact_postings[list->exact_size] = (uint32_t)list->size;
            list->exact_counts[list->exact_size++] = counts[doc];
            if (impact < list->least_exact)
                list->least_exact = impact;
        }
        list->docs[list->size] = doc;
        list->impacts[list->size++] = (uint8_t)impact;
    }
}

enum { WINDOW = 4096 };

/* Count the numbers below `size` that articles have in a column. Runs of one number are counted in a register: a
   counter in memory that each step changes takes as long as five. */
static void tally_column(const int32_t *column, const uint32_t *docs, int64_t docs_size, int64_t *counts, int64_t size)
{
    int64_t run = 0;
    int32_t number = -1;
    for (int64_t i = 0; i < docs_size; i++) {
        if (column[docs[i]] != number) {
            if (number >= 0 && number < size)
                counts[number] += run;
            number = column[docs[i]];
            run = 0;
        }
        run++;
    }
    if (number >= 0 && number < size)
        counts[number] += run;
}

/* Count the marked articles by the numbers in two columns; return how many are marked.

   Windows are listed first, without branches: which articles are marked can't be predicted. */
int64_t newsbot_tally(const uint8_t *marked, int64_t articles, const int32_t *first, int64_t *by_first,
                      int64_t first_size, const int32_t *second, int64_t *by_second, int64_t second_size)
{
    uint32_t docs[WINDOW];
    int64_t found = 0;
    for (int64_t begin = 0; begin < articles; begin += WINDOW) {
        int64_t end = begin + WINDOW < articles ? begin + WINDOW : articles, docs_size = 0;
        for (int64_t doc = begin; doc < end; doc++) {
            docs[docs_size] = (uint32_t)doc;
            docs_size += marked[doc] != 0;
        }
        tally_column(first, docs, docs_size, by_first, first_size);
        tally_column(second, docs, docs_size, by_second, second_size);
        found += docs_size;
    }
    return found;
}
