package io.andon.workorder.item;

/** An item's share of the usage value, from the largest to the smallest; metrics-service defines it. */
enum AbcClass {
    A,
    B,
    C
}
