package io.verge.api.signal;

/** How a signal controller works at the moment; several can hold at once. */
public enum SignalMode {
    MANUAL,
    STOP_TIME,
    /** Flashes because of a fault, usually by the conflict monitor. */
    FAULT_FLASH,
    PREEMPTION,
    PRIORITY,
    COORDINATED,
    TRANSITION,
    /** Flashes because its plan says so. */
    PROGRAMMED_FLASH
}
