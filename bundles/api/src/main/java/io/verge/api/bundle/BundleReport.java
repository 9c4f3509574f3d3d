package io.verge.api.bundle;

/**
 * One bundle.
 *
 * @param name its symbolic name, such as {@code io.verge.driver.radar-ti-mmwave}
 * @param version of the bundle
 * @param state {@code active}, {@code starting}, {@code resolved}, {@code installed}, {@code stopping}
 * @param replaceable whether it may be changed alone: a driver or an app
 * @param origin {@code shipped} with the agent, {@code release}: of a generation, {@code local}: installed on this box by hand, or
 *     {@code beside}: likewise, beside another version and for the devices alone that are pinned to it
 * @param digest SHA-256 of its octets in hexadecimal; empty when it was not computed
 */
public record BundleReport(
        String name, String version, String state, boolean replaceable, String origin, String digest) {}
