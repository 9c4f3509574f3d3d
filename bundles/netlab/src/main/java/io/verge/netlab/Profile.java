package io.verge.netlab;

/**
 * A network, as data.
 *
 * @param name such as {@code N3}
 * @param description in a few words
 * @param up from the box to the cloud
 * @param down from the cloud to the box
 * @param outages of both directions at once
 */
public record Profile(
        String name, String description, Direction up, Direction down, Outages outages, Mischief mischief) {}
