package io.verge.driver.simulator.internal.world;

/** Hands out numbers, from 1 up, each once. */
final class Ids {
    private int last;

    int next() {
        return ++last;
    }
}
