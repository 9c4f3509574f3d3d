package io.verge.driver.cabinet.gpio.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is at which pin, as configured. A contact without an entry under {@code debounce} gets a time by its name: {@code door}
 * 50 ms; {@code mains}, {@code battery} and {@code spd} 1 s; {@code flash} and {@code button} 20 ms; others 50 ms.
 *
 * @param pull {@code none}, {@code up} or {@code down}
 * @param watchdog a relay that is switched on and off all the time
 * @param watchdogPeriod from one change to the next
 */
record Wiring(
        List<Contact> contacts, List<Relay> relays, String pull, Optional<Relay> watchdog, Duration watchdogPeriod) {
    private static final int MAX_PIN = 1023;
    private static final int MAX_DEBOUNCE = 60_000;
    private static final int OTHER_DEBOUNCE = 50;
    private static final Map<String, Integer> DEBOUNCE =
            Map.of("door", 50, "mains", 1000, "battery", 1000, "spd", 1000, "flash", 20, "button", 20);
    private static final Duration LEAST_POLL = Duration.ofMillis(2);
    private static final Duration GREATEST_POLL = Duration.ofMillis(20);

    Wiring {
        contacts = List.copyOf(contacts);
        relays = List.copyOf(relays);
    }

    /**
     * Reads what is configured.
     *
     * @throws IllegalArgumentException names the key, what it says and what was expected
     */
    static Wiring of(CabinetConfig config) {
        Map<String, Integer> inputs = numbers("inputs", MAX_PIN, config.inputs());
        Map<String, Integer> debounce = numbers("debounce", MAX_DEBOUNCE, config.debounce());
        Set<String> activeLow = Set.copyOf(List.of(config.activeLow()));
        List<Contact> contacts = new ArrayList<>();
        inputs.forEach((name, pin) -> {
            int millis = debounce.getOrDefault(name, DEBOUNCE.getOrDefault(name, OTHER_DEBOUNCE));
            contacts.add(new Contact(name, pin, activeLow.contains(name), Duration.ofMillis(millis)));
        });
        List<Relay> relays = new ArrayList<>();
        relay("beacon", config.beacon(), activeLow, config.beaconOn()).ifPresent(relays::add);
        relay("fan", config.fan(), activeLow, config.fanOn()).ifPresent(relays::add);
        Optional<Relay> watchdog = relay("watchdog", config.watchdog(), activeLow, false);
        known("debounce", debounce.keySet(), inputs.keySet());
        Set<String> all = new HashSet<>(inputs.keySet());
        all.addAll(List.of("beacon", "fan", "watchdog"));
        known("activeLow", activeLow, all);
        different(contacts, relays, watchdog);
        return new Wiring(contacts, relays, config.pull(), watchdog, Duration.ofMillis(config.watchdogPeriod()));
    }

    /** How often to look: several times while the quickest contact settles. */
    Duration poll() {
        Duration quickest = contacts.stream()
                .map(contact -> contact.debounce().dividedBy(4))
                .min(Duration::compareTo)
                .orElse(GREATEST_POLL);
        if (quickest.compareTo(LEAST_POLL) < 0) {
            return LEAST_POLL;
        }
        return quickest.compareTo(GREATEST_POLL) > 0 ? GREATEST_POLL : quickest;
    }

    private static Map<String, Integer> numbers(String key, int greatest, String... entries) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            String name = equals < 0 ? "" : entry.substring(0, equals).strip();
            int number = equals < 0 ? -1 : number(entry.substring(equals + 1).strip());
            if (name.isEmpty() || number < 0 || number > greatest || numbers.putIfAbsent(name, number) != null) {
                throw new IllegalArgumentException(
                        key + ": '" + entry + "' is not a name, there once, and a number from 0 to " + greatest);
            }
        }
        return numbers;
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Optional<Relay> relay(String name, int pin, Set<String> activeLow, boolean on) {
        return pin < 0 ? Optional.empty() : Optional.of(new Relay(name, pin, activeLow.contains(name), on));
    }

    private static void known(String key, Set<String> names, Set<String> expected) {
        for (String name : names) {
            if (!expected.contains(name)) {
                throw new IllegalArgumentException(key + ": '" + name + "' is none of " + expected);
            }
        }
    }

    private static void different(List<Contact> contacts, List<Relay> relays, Optional<Relay> watchdog) {
        Map<Integer, String> taken = new LinkedHashMap<>();
        contacts.forEach(contact -> take(taken, contact.pin(), contact.name()));
        relays.forEach(relay -> take(taken, relay.pin(), relay.name()));
        watchdog.ifPresent(relay -> take(taken, relay.pin(), relay.name()));
    }

    private static void take(Map<Integer, String> taken, int pin, String name) {
        String other = taken.putIfAbsent(pin, name);
        if (other != null) {
            throw new IllegalArgumentException(name + ": pin " + pin + " is that of " + other + " already");
        }
    }
}
