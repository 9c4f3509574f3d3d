package io.verge.packaging;

/** Beginnings of native libraries. */
final class Elf {
    private Elf() {}

    static byte[] of(Architecture architecture) {
        byte[] head = new byte[64];
        head[0] = 0x7f;
        head[1] = 'E';
        head[2] = 'L';
        head[3] = 'F';
        head[4] = 2;
        head[5] = 1;
        head[18] = (byte) architecture.machine();
        return head;
    }
}
