package io.verge.netlab;

import java.time.Duration;

/**
 * What networks do beside being slow. The first three are done to datagrams only: TCP hides them.
 *
 * @param duplicate probability
 * @param reorder probability that a datagram comes late, behind others
 * @param corrupt probability
 * @param reset mean time after which a TCP connection is reset; zero for never
 * @param forgotten after so much silence a NAT forgets a connection: from then on its octets vanish, both ways and without a word; zero for never
 */
public record Mischief(double duplicate, double reorder, double corrupt, Duration reset, Duration forgotten) {
    /** An honest network. */
    public static final Mischief NONE = new Mischief(0, 0, 0, Duration.ZERO, Duration.ZERO);

    /** A NAT that forgets. */
    static Mischief forgetting(Duration silence) {
        return new Mischief(0, 0, 0, Duration.ZERO, silence);
    }
}
