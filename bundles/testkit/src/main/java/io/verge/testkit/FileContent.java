package io.verge.testkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a file holds, and how much of it survives a power cut. Only ever added to. */
final class FileContent {
    /** The last octets of what was written but not synced may be anything: a block that was allocated but not filled. */
    private static final int TORN = 3;

    private byte[] cached = new byte[0];
    private int synced;

    byte[] cached() {
        return cached;
    }

    void add(byte[] content) {
        int at = cached.length;
        cached = Arrays.copyOf(cached, at + content.length);
        System.arraycopy(content, 0, cached, at, content.length);
    }

    void sync() {
        synced = cached.length;
    }

    void rot(int octet) {
        cached[octet] ^= 0x20;
    }

    void loseUnsynced(RandomGenerator random) {
        if (synced < cached.length) {
            byte[] left = Arrays.copyOf(cached, random.nextInt(synced, cached.length + 1));
            for (int i = Math.max(synced, left.length - TORN); i < left.length; i++) {
                left[i] = random.nextBoolean() ? left[i] : 0;
            }
            cached = left;
        }
        synced = cached.length;
    }
}
