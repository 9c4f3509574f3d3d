package io.verge.profile.internal;

import io.verge.profile.Catalogue;
import io.verge.profile.Offer;
import io.verge.profile.internal.YamlNode.Block;
import io.verge.profile.internal.YamlNode.Entry;
import java.util.List;

/**
 * Which bundle a device has its driver from: {@code driver: NAME} is the version that all have, {@code driver: NAME@VERSION} pins the
 * device to one. Not a key of its own, since drivers have keys of every name, {@code version} among them.
 */
final class DriverChoice {
    private static final char AT = '@';

    private final Catalogue catalogue;
    private final Problems unpinned;

    /** @param unpinned takes what is said of devices whose version is not there */
    DriverChoice(Catalogue catalogue, Problems unpinned) {
        this.catalogue = catalogue;
        this.unpinned = unpinned;
    }

    /** The name in {@code NAME} or {@code NAME@VERSION}. */
    static String nameIn(String driver) {
        int at = driver.indexOf(AT);
        return at < 0 ? driver : driver.substring(0, at);
    }

    /**
     * Who offers a driver; when it is pinned to a version that is not there, who would if it were not.
     *
     * @param device its block
     * @param driver as it stands there; one of the name is offered
     */
    Offer offer(Entry device, String driver) {
        String name = nameIn(driver);
        List<Offer> offers = catalogue.offers(SectionChecker.DRIVERS + name);
        Offer usual = offers.get(0);
        if (name.length() == driver.length()) {
            return usual;
        }
        String version = driver.substring(name.length() + 1);
        return offers.stream().filter(offer -> offer.is(version)).findFirst().orElseGet(() -> {
            String path = Wording.path(device.key() + "." + SectionChecker.DRIVER);
            unpinned.add(lineOf(device), path, missing(name, version, offers));
            return usual;
        });
    }

    private static String missing(String name, String version, List<Offer> offers) {
        List<String> there = offers.stream().map(Offer::version).toList();
        return "the version '" + Wording.shortened(version) + "' of the driver " + name
                + " is not installed; installed is " + String.join(" and ", there);
    }

    private static int lineOf(Entry device) {
        return device.value() instanceof Block block
                ? block.entries().stream()
                        .filter(entry -> entry.key().equals(SectionChecker.DRIVER))
                        .mapToInt(Entry::line)
                        .findFirst()
                        .orElse(device.line())
                : device.line();
    }
}
