/* Finds the best k articles for weighted posting lists: the compiled form of bot/search/ranking/top_k.py.

   Articles are read in windows whose sums stay in the nearest cache. A sum adds up impacts, weights rounded up to
   whole numbers. MaxScore: once k articles are known, a list that can't lift an article among the best by itself,
   or together with weaker lists, is only looked up for articles that stronger lists bring near. */

#include <stdlib.h>
#include <string.h>

#include "index.h"

enum { WINDOW = 4096, MASK = WINDOW - 1 };

#ifndef LOOK_UP
#define LOOK_UP 32
#endif
static const double STEP = 1.01;   /* an impact exceeds the exact weight by less than this */

/* A posting list: of a stored term, or computed (term < 0), whose docs number all articles. */
typedef struct {
    double weight;
    int64_t term;
    const int64_t *docs;
    const uint8_t *impacts;
    const uint32_t *exact_postings, *exact_counts;
    int64_t size, exact_size, least_exact, max_impact;
    double norm_per_term;
} list;

typedef struct {
    const segment *segments;
    const int32_t *lengths;        /* terms of each article */
    const uint8_t *eligible;       /* which articles may be returned; NULL for all */
    int64_t segments_size, articles, lists_size, limit;
    double norm_per_term, norm_base, saturated; /* k1 * b / mean length, k1 * (1 - b), k1 + 1 */
    double low, high;              /* how far stored impacts may be off */
    int64_t *best;                 /* out: (limit,) docs */
    double *scores;                /* out: (limit,) */
    list lists[];
} question;

/* Postings with ascending docs in one array. */
typedef struct {
    const void *docs;
    const uint8_t *impacts;
    const uint32_t *exact_postings, *exact_counts;
    int64_t base, size, at;        /* added to a doc; `at` is the next posting to read */
    int64_t begin, exact_size, least_exact; /* index of the first posting in the arrays */
    double norm_per_term;
    int32_t doc_bytes;
} run;

typedef struct {
    run *runs, *end, *current;
    double weight;
    int64_t size;
    uint32_t factor, max_impact, bound; /* highest product of both */
} reader;

typedef struct {
    int64_t doc;
    double score;
    uint32_t sum;
} candidate;

typedef struct {
    const question *asked;
    reader *readers, **by_bound;   /* by_bound: weakest first */
    int64_t readers_size, optional; /* of by_bound, the first `optional` are only looked up */
    uint32_t optional_bound;       /* the most that optional lists add */
    uint32_t *heap;                /* the highest sums so far, lowest first */
    int64_t heap_size, limit;
    double slack;                  /* by how much a sum may exceed the exact one */
    uint32_t least;                /* the sum an article needs */
    candidate *candidates;
    int64_t candidates_size, candidates_room;
    int failed;
} search;

static int64_t doc_at(const run *r, int64_t at)
{
    return r->base + (r->doc_bytes == 8 ? ((const int64_t *)r->docs)[at] : ((const uint16_t *)r->docs)[at]);
}

/* Return the occurrences in an article with `length` terms: see `correct_counts` in impacts.py. */
static double count_at(const question *q, const run *r, int64_t at, int32_t length)
{
    uint32_t impact = r->impacts[at];
    if (impact >= r->least_exact) {
        int64_t exact = find_exact(r->exact_postings, r->exact_size, r->begin + at);
        if (exact >= 0)
            return r->exact_counts[exact];
    }
    return count_behind(impact, length * r->norm_per_term + q->norm_base);
}

/* Return the first posting from `at` on whose doc is at least `doc`: steps double, then halve without branches. */
#define DEFINE_GALLOP(NAME, DOC)                                                                               \
    static int64_t NAME(const DOC *docs, int64_t at, int64_t size, int64_t doc)                                \
    {                                                                                                          \
        int64_t step = 1, left;                                                                                \
        if (at >= size || docs[at] >= doc)                                                                     \
            return at;                                                                                         \
        while (at + step < size && docs[at + step] < doc) {                                                    \
            at += step;                                                                                        \
            step *= 2;                                                                                         \
        }                                                                                                      \
        left = at + step < size ? step : size - at;                                                            \
        while (left > 1) { /* docs[at] < doc <= docs[at + left] */                                             \
            int64_t half = left / 2;                                                                           \
            at = docs[at + half] < doc ? at + half : at;                                                       \
            left -= half;                                                                                      \
        }                                                                                                      \
        return at + 1;                                                                                         \
    }
DEFINE_GALLOP(gallop_uint16, uint16_t)
DEFINE_GALLOP(gallop_int64, int64_t)

static int64_t gallop(const run *r, int64_t at, int64_t doc)
{
    return r->doc_bytes == 8 ? gallop_int64(r->docs, at, r->size, doc - r->base)
                             : gallop_uint16(r->docs, at, r->size, doc - r->base);
}

/* Move to the first posting whose doc is at least `doc`; return its doc, or INT64_MAX at the end. */
static int64_t advance(reader *reader, int64_t doc)
{
    for (; reader->current < reader->end; reader->current++) {
        run *r = reader->current;
        r->at = gallop(r, r->at, doc);
        if (r->at < r->size)
            return doc_at(r, r->at);
    }
    return INT64_MAX;
}

static int64_t next_doc(reader *reader)
{
    for (; reader->current < reader->end; reader->current++)
        if (reader->current->at < reader->current->size)
            return doc_at(reader->current, reader->current->at);
    return INT64_MAX;
}

/* Return the impact in an article from the next posting on, 0 if the list lacks it. */
static uint32_t impact_in(const reader *reader, int64_t doc)
{
    for (const run *r = reader->current; r < reader->end; r++) {
        int64_t at = gallop(r, r->at, doc);
        if (at < r->size)
            return doc_at(r, at) == doc ? r->impacts[at] : 0;
    }
    return 0;
}

static void push_down(uint32_t *heap, int64_t size, int64_t at)
{
    uint32_t value = heap[at];
    for (;;) {
        int64_t child = 2 * at + 1;
        if (child >= size)
            break;
        if (child + 1 < size && heap[child + 1] < heap[child])
            child++;
        if (heap[child] >= value)
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = value;
}

/* Raise the least sum that an article needs to be among the best. */
static void raise_least(search *s)
{
    const question *q = s->asked;
    double least = ((double)s->heap[0] - s->slack) * q->low / q->high;
    if (!(least > (double)s->least))
        return;
    s->least = (uint32_t)least;
}

/* Look lists up only, once they can't lift an article among the best by themselves. */
static void demote(search *s)
{
    while (s->optional < s->readers_size - 1 &&
           s->optional_bound + (uint64_t)s->by_bound[s->optional]->bound < s->least) {
        s->optional_bound += s->by_bound[s->optional]->bound;
        s->optional++;
    }
}

static void count_in(search *s, uint32_t sum)
{
    if (s->heap_size < s->limit) {
        int64_t at = s->heap_size++;
        while (at && s->heap[(at - 1) / 2] > sum) {
            s->heap[at] = s->heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        s->heap[at] = sum;
        if (s->heap_size == s->limit)
            raise_least(s);
    } else if (sum > s->heap[0]) {
        s->heap[0] = sum;
        push_down(s->heap, s->heap_size, 0);
        raise_least(s);
    }
}

static void consider(search *s, int64_t doc, uint32_t sum)
{
    if (sum < s->least || doc < 0 || doc >= s->asked->articles)
        return;
    if (s->asked->eligible && !s->asked->eligible[doc])
        return;
    if (s->candidates_size == s->candidates_room) {
        candidate *grown = realloc(s->candidates, 2 * (size_t)s->candidates_room * sizeof *grown);
        if (!grown) {
            s->failed = 1;
            return;
        }
        s->candidates = grown;
        s->candidates_room *= 2;
    }
    s->candidates[s->candidates_size++] = (candidate){doc, 0.0, sum};
    count_in(s, sum);
}

/* Add the impacts of a run's postings below `stop` to the window's sums; list up to `room` sums that reach `least`.
   `near` needs a place more than `room`. */
#define DEFINE_ADD(NAME, DOC)                                                                             \
    static int64_t NAME(run *r, int64_t stop, uint32_t factor, uint32_t least, uint32_t *sums, uint32_t *near, \
                        int64_t near_size, int64_t room)                                                  \
    {                                                                                                     \
        const DOC *docs = r->docs;                                                                        \
        const uint8_t *impacts = r->impacts;                                                              \
        int64_t at = r->at, size = r->size, base = r->base;                                               \
        stop -= base;                                                                                     \
        for (; at < size && docs[at] < stop; at++) {                                                      \
            uint32_t index = (uint32_t)(docs[at] + base) & MASK;                                          \
            uint32_t before = sums[index], sum = before + factor * impacts[at];                           \
            sums[index] = sum;                                                                            \
            near[near_size] = index;                                                                      \
            near_size += (sum >= least) & (before < least) & (near_size < room);                          \
        }                                                                                                 \
        r->at = at;                                                                                       \
        return near_size;                                                                                 \
    }
DEFINE_ADD(add_uint16, uint16_t)
DEFINE_ADD(add_int64, int64_t)

static int64_t add_window(reader *reader, int64_t stop, uint32_t least, uint32_t *sums, uint32_t *near,
                          int64_t near_size, int64_t room)
{
    for (; reader->current < reader->end; reader->current++) {
        run *r = reader->current;
        near_size =
            (r->doc_bytes == 8 ? add_int64 : add_uint16)(r, stop, reader->factor, least, sums, near, near_size, room);
        if (r->at < r->size)
            break;
    }
    return near_size;
}

/* Keep the near articles that can still be among the best if `rest` is added; return how many. */
static int64_t keep_hopeful(const search *s, const uint32_t *sums, uint32_t *near, int64_t near_size, uint64_t rest)
{
    int64_t kept = 0;
    for (int64_t i = 0; i < near_size; i++) {
        near[kept] = near[i];
        kept += sums[near[i]] + rest >= s->least;
    }
    return kept;
}

/* Add an optional list to the near articles: look it up if they are few, else read it. */
static void add_optional(search *s, reader *reader, int64_t window, uint32_t *sums, const uint32_t *near,
                         int64_t near_size)
{
    uint32_t unused;
    if (advance(reader, window) >= window + WINDOW)
        return;
    if (near_size * LOOK_UP * s->asked->articles > reader->size * WINDOW)
        add_window(reader, window + WINDOW, UINT32_MAX, sums, &unused, 0, 0);
    else
        for (int64_t i = 0; i < near_size; i++)
            sums[near[i]] += reader->factor * impact_in(reader, window + near[i]);
}

static void read_window(search *s, int64_t window, uint32_t *sums, uint32_t *near)
{
    int64_t near_size = 0;
    uint64_t rest;
    demote(s);
    rest = s->optional_bound;
    memset(sums, 0, WINDOW * sizeof *sums);
    for (int64_t i = s->optional; i < s->readers_size; i++)
        near_size = add_window(s->by_bound[i], window + WINDOW, s->least > rest ? s->least - (uint32_t)rest : 1, sums,
                               near, near_size, WINDOW);
    for (int64_t i = s->optional - 1; i >= 0 && near_size; i--) {
        add_optional(s, s->by_bound[i], window, sums, near, near_size);
        rest -= s->by_bound[i]->bound;
        near_size = keep_hopeful(s, sums, near, near_size, rest);
    }
    for (int64_t i = 0; i < near_size; i++)
        consider(s, window + near[i], sums[near[i]]);
}

static void read_all(search *s)
{
    uint32_t sums[WINDOW], near[WINDOW + 1];
    int64_t window = -WINDOW;
    while (!s->failed) {
        int64_t next = INT64_MAX;
        for (int64_t i = s->optional; i < s->readers_size; i++) {
            int64_t doc = next_doc(s->by_bound[i]);
            next = doc < next ? doc : next;
        }
        if (next == INT64_MAX)
            return;
        if (next < window + WINDOW || next >= s->asked->articles) { /* damaged: docs must rise */
            s->failed = 1;
            return;
        }
        window = next & ~(int64_t)MASK;
        read_window(s, window, sums, near);
    }
}

static int by_doc(const void *a, const void *b)
{
    int64_t first = ((const candidate *)a)->doc, second = ((const candidate *)b)->doc;
    return (first > second) - (first < second);
}

static int by_score(const void *a, const void *b)
{
    const candidate *first = a, *second = b;
    if (first->score != second->score)
        return first->score > second->score ? -1 : 1;
    return by_doc(a, b);
}

/* Score the candidates that are still near the best, exactly. */
static void score_exactly(search *s)
{
    const question *q = s->asked;
    int64_t kept = 0;
    for (int64_t i = 0; i < s->candidates_size; i++)
        if (s->candidates[i].sum >= s->least)
            s->candidates[kept++] = s->candidates[i];
    s->candidates_size = kept;
    qsort(s->candidates, (size_t)kept, sizeof *s->candidates, by_doc);
    for (int64_t l = 0; l < s->readers_size; l++) {
        reader *reader = &s->readers[l];
        reader->current = reader->runs;
        for (run *r = reader->runs; r < reader->end; r++)
            r->at = 0;
        for (int64_t i = 0; i < kept; i++) {
            candidate *c = &s->candidates[i];
            if (advance(reader, c->doc) == c->doc) {
                double count = count_at(q, reader->current, reader->current->at, q->lengths[c->doc]);
                double norm = q->lengths[c->doc] * q->norm_per_term + q->norm_base;
                c->score += reader->weight * (count * q->saturated / (norm + count));
            }
        }
    }
    qsort(s->candidates, (size_t)kept, sizeof *s->candidates, by_score);
}

static run *append_stored(const question *q, const list *l, reader *reader, run *end)
{
    for (int64_t i = 0; i < q->segments_size; i++) {
        const segment *seg = &q->segments[i];
        int64_t slot = slot_of(seg, l->term), begin = 0, size = postings_of(seg, slot, &begin);
        if (!size)
            continue;
        *end++ = (run){
            seg->docs + begin, seg->impacts + begin, seg->exact_postings, seg->exact_counts, seg->doc_base, size,
            0, begin, seg->exact_size, seg->least_exact, seg->norm_per_term, 2};
        reader->size += size;
        if (seg->max_impacts[slot] > reader->max_impact)
            reader->max_impact = seg->max_impacts[slot];
    }
    return end;
}

static run *append_computed(const list *l, reader *reader, run *end)
{
    *end = (run){
        l->docs, l->impacts, l->exact_postings, l->exact_counts, 0, l->size,
        0, 0, l->exact_size, l->least_exact, l->norm_per_term, 8};
    reader->size = l->size;
    reader->max_impact = (uint32_t)l->max_impact;
    return end + 1;
}

/* Open the lists that have postings. */
static void open_readers(search *s, run *end)
{
    const question *q = s->asked;
    for (int64_t i = 0; i < q->lists_size; i++) {
        const list *l = &q->lists[i];
        reader *reader = &s->readers[s->readers_size];
        memset(reader, 0, sizeof *reader);
        reader->weight = l->weight;
        reader->runs = reader->current = end;
        reader->end = end = l->term < 0 ? append_computed(l, reader, end) : append_stored(q, l, reader, end);
        if (reader->size)
            s->readers_size++;
    }
}

/* Choose whole factors for the weights so that no sum overflows; return 0 if the weights don't allow it. */
static int choose_factors(search *s)
{
    double impacts = 0.0, weighted = 0.0;
    for (int64_t i = 0; i < s->readers_size; i++) {
        if (!(s->readers[i].weight > 0.0))
            return 0;
        impacts += s->readers[i].max_impact;
        weighted += s->readers[i].weight * s->readers[i].max_impact;
    }
    if (!(weighted > 0.0 && weighted < DBL_MAX && impacts < WIDEST))
        return 0;
    for (int64_t i = 0; i < s->readers_size; i++) {
        reader *r = &s->readers[i];
        double exact = r->weight * (WIDEST - impacts) / weighted;
        if (exact >= WIDEST)
            return 0;
        r->factor = (uint32_t)exact + 1;
        r->bound = r->factor * r->max_impact;
        s->slack += (r->factor - exact) * r->max_impact + r->factor * STEP;
    }
    return 1;
}

static int by_bound(const void *a, const void *b)
{
    uint32_t first = (*(reader *const *)a)->bound, second = (*(reader *const *)b)->bound;
    return (first > second) - (first < second);
}

static int64_t answer(search *s)
{
    const question *q = s->asked;
    if (!choose_factors(s))
        return -1;
    for (int64_t i = 0; i < s->readers_size; i++)
        s->by_bound[i] = &s->readers[i];
    qsort(s->by_bound, (size_t)s->readers_size, sizeof *s->by_bound, by_bound);
    read_all(s);
    if (s->failed)
        return -1;
    score_exactly(s);
    if (s->candidates_size > s->limit)
        s->candidates_size = s->limit;
    for (int64_t i = 0; i < s->candidates_size; i++) {
        q->best[i] = s->candidates[i].doc;
        q->scores[i] = s->candidates[i].score;
    }
    return s->candidates_size;
}

/* Write the best articles and their scores, best first, equal scores by ascending doc.
   Return how many; -1 if NumPy must answer: no memory, unusable weights, a damaged list. */
int64_t newsbot_top_k(const question *q)
{
    int64_t limit = q->limit < q->articles ? q->limit : q->articles, found = -1;
    int64_t runs = q->lists_size * (q->segments_size > 0 ? q->segments_size : 1);
    search s = {.asked = q, .limit = limit, .least = 1, .candidates_room = 256};
    void *memory;
    if (limit <= 0 || q->lists_size <= 0)
        return 0;
    memory = malloc((size_t)runs * sizeof(run) + (size_t)q->lists_size * (sizeof(reader) + sizeof(reader *)) +
                    (size_t)limit * sizeof(uint32_t));
    s.candidates = malloc((size_t)s.candidates_room * sizeof *s.candidates);
    if (memory && s.candidates) {
        s.readers = (reader *)((run *)memory + runs);
        s.by_bound = (reader **)(s.readers + q->lists_size);
        s.heap = (uint32_t *)(s.by_bound + q->lists_size);
        open_readers(&s, memory);
        found = s.readers_size ? answer(&s) : 0;
    }
    free(s.candidates);
    free(memory);
    return found;
}
