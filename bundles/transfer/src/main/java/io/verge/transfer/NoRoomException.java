package io.verge.transfer;

import java.io.IOException;

/** The disk has not the room that something needs; nothing was written. */
public final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1;

    private final long needed;
    private final long free;

    /** Of octets. */
    public NoRoomException(long needed, long free) {
        super("the disk has " + free + " octets free, " + needed + " are needed: remove what is not needed any more");
        this.needed = needed;
        this.free = free;
    }

    public long needed() {
        return needed;
    }

    public long free() {
        return free;
    }
}
