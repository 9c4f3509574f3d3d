package io.verge.perception.internal;

/**
 * The life of a track.
 *
 * <pre>
 * TENTATIVE ──sure enough, often enough──▶ CONFIRMED ──not measured──▶ COASTING
 *     │                                        ▲                        │  │
 *     │                                        └───────measured─────────┘  │
 *     └──improbable──▶ DELETED ◀──improbable, too old or too uncertain─────┘
 * </pre>
 *
 * Only confirmed and coasting tracks are shown.
 */
enum LifeCycle {
    TENTATIVE,
    CONFIRMED,
    COASTING,
    DELETED;

    /** Whether it is in the scene. */
    boolean shown() {
        return this == CONFIRMED || this == COASTING;
    }
}
