/* Reads texts, given as term numbers: where words follow each other, and which words texts share. */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DIGIT = 11, DIGITS = 1 << DIGIT, GROUP_BITS = 4 };

/* Note the tokens that may begin a pair; return how many, -1 if there is no room for all.

   The table has a byte for each value of a token: bits of the groups of the pairs that it begins, and GROUP_BITS
   above of those that it ends. Ranges of tokens are given by where they begin and end; pairs lie within. Of two
   neighbours, one is at an even distance from the beginning: only those are looked up, unless they are in a pair. */
int64_t newsbot_pairs(const uint16_t *tokens, int64_t size, const int64_t *begins, const int64_t *ends,
                      int64_t ranges, const uint8_t *table, int32_t *found, int64_t room)
{
    int64_t found_size = 0;
    for (int64_t r = 0; r < ranges; r++) {
        int64_t begin = begins[r], end = ends[r] < size ? ends[r] : size;
        if (begin < 0)
            continue;
        for (int64_t i = begin; i < end; i += 2) {
            uint32_t here = table[tokens[i]];
            if (!here)
                continue;
            if (found_size + 2 > room)
                return -1;
            found[found_size] = (int32_t)(i - 1);
            found_size += i > begin && (table[tokens[i - 1]] & here >> GROUP_BITS) != 0;
            found[found_size] = (int32_t)i;
            found_size += i + 1 < end && (here & table[tokens[i + 1]] >> GROUP_BITS) != 0;
        }
    }
    return found_size;
}

static int bits_of(uint64_t number)
{
    int bits = 0;
    for (; number; number >>= 1)
        bits++;
    return bits;
}

/* Sort by the bits from `shift` on, from one array into the other by turns; return where the sorted keys are. */
static uint64_t *sort_keys(uint64_t *keys, uint64_t *spare, int64_t size, int shift, int end)
{
    for (; shift < end; shift += DIGIT) {
        int64_t starts[DIGITS] = {0}, sum = 0;
        uint64_t *sorted = spare;
        for (int64_t i = 0; i < size; i++)
            starts[keys[i] >> shift & (DIGITS - 1)]++;
        for (int d = 0; d < DIGITS; d++) {
            int64_t count = starts[d];
            starts[d] = sum;
            sum += count;
        }
        for (int64_t i = 0; i < size; i++)
            sorted[starts[keys[i] >> shift & (DIGITS - 1)]++] = keys[i];
        spare = keys;
        keys = sorted;
    }
    return keys;
}

/* Write the distinct terms of some texts with how often each has them, by ascending term, then text.

   Texts are ranges of tokens. The arrays written must have room for all tokens. Return how many were written; -1
   if NumPy must count: no memory, too many texts, a range outside. */
int64_t newsbot_count_terms(const int32_t *tokens, int64_t size, const int64_t *begins, const int64_t *lengths,
                            int64_t texts, int64_t *rows, int64_t *terms, int64_t *counts)
{
    int row_bits = bits_of((uint64_t)texts);
    int64_t used = 0, found = 0;
    uint64_t highest = 0, *memory, *keys, before = UINT64_MAX;
    if (row_bits > 32 || !(memory = malloc(2 * (size_t)size * sizeof *memory + 1)))
        return -1;
    for (int64_t t = 0; t < texts; t++) {
        if (begins[t] < 0 || lengths[t] < 0 || begins[t] > size || lengths[t] > size - begins[t] ||
            lengths[t] > size - used) {
            free(memory);
            return -1;
        }
        for (int64_t i = 0; i < lengths[t]; i++) {
            uint64_t term = (uint32_t)tokens[begins[t] + i];
            highest = term > highest ? term : highest;
            memory[used++] = term << row_bits | (uint64_t)t;
        }
    }
    keys = sort_keys(memory, memory + size, used, row_bits, row_bits + bits_of(highest));
    for (int64_t i = 0; i < used; i++) {
        if (keys[i] == before) {
            counts[found - 1]++;
            continue;
        }
        before = keys[i];
        rows[found] = (int64_t)(before & (((uint64_t)1 << row_bits) - 1));
        terms[found] = (int64_t)(before >> row_bits);
        counts[found++] = 1;
    }
    free(memory);
    return found;
}

/* Add up the products of texts' weights by shared terms: (texts, texts), zeros on the diagonal.

   Weights are whole numbers whose sums stay exact, so that the order of additions doesn't matter. */
int64_t newsbot_products(const int64_t *terms, const int64_t *rows, const double *weights, int64_t size,
                         double *products, int64_t texts)
{
    for (int64_t begin = 0, end; begin < size; begin = end) {
        if (rows[begin] < 0 || rows[begin] >= texts)
            return -1;
        for (end = begin + 1; end < size && terms[end] == terms[begin]; end++) {
            if (rows[end] < 0 || rows[end] >= texts)
                return -1;
            for (int64_t i = begin; i < end; i++)
                products[rows[end] * texts + rows[i]] += weights[i] * weights[end];
        }
    }
    for (int64_t row = 0; row < texts; row++)
        for (int64_t column = 0; column < row; column++)
            products[column * texts + row] = products[row * texts + column];
    return 0;
}
