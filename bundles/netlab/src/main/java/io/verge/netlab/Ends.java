package io.verge.netlab;

import java.net.InetSocketAddress;

/**
 * Between what a proxy stands.
 *
 * @param listen where it listens; port 0 for any
 * @param target to which it leads
 */
record Ends(InetSocketAddress listen, InetSocketAddress target) {}
