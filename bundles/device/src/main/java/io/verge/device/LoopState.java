package io.verge.device;

/**
 * Where a {@link DeviceLoop} is. Each state returns the next; the first is CONNECTING.
 *
 * <pre>
 *  CONNECTING ──opened, greeted──▶ LISTENING ──lost, error, silent too long──▶ WAITING
 *      │  ▲                            │                                         │
 *      │  └───────back-off over────────┼─────────────────────────────────────────┘
 *      │                               └──end of a file──▶ FINISHED
 *      ├──not opened, greeting not accepted──▶ WAITING
 *      │
 *  CONNECTING, LISTENING ──failure of the driver──▶ WAITING, or QUARANTINED at the third in five minutes
 *  any ──close──▶ STOPPED
 * </pre>
 */
enum LoopState {
    CONNECTING,
    LISTENING,
    WAITING,
    FINISHED,
    QUARANTINED,
    STOPPED;

    /** Whether the device's thread ends here. */
    boolean last() {
        return switch (this) {
            case CONNECTING, LISTENING, WAITING -> false;
            case FINISHED, QUARANTINED, STOPPED -> true;
        };
    }
}
