package io.verge.driver.cabinet.gpio.internal;

import io.verge.api.observation.ContactChange;
import io.verge.api.observation.Observation;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.Decoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Levels to changes of contacts. The octets are looks at all inputs: one octet for each, in order, 0 for low, 1 for high. */
final class ContactDecoder implements Decoder {
    private final String device;
    private final List<Contact> contacts;
    private final Counters.Counter bounces;
    private final List<Debouncer> debouncers = new ArrayList<>();

    /** Counts {@code bounces}. */
    ContactDecoder(String device, List<Contact> contacts, Counters counters) {
        this.device = device;
        this.contacts = List.copyOf(contacts);
        bounces = counters.counter("bounces");
        reset();
    }

    /** What the contacts are is told anew after the pins were opened anew. */
    @Override
    public void reset() {
        debouncers.clear();
        contacts.forEach(contact -> debouncers.add(new Debouncer(contact.debounce())));
    }

    @Override
    public void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out) {
        while (octets.remaining() >= contacts.size() && octets.hasRemaining()) {
            for (int i = 0; i < contacts.size(); i++) {
                look(contacts.get(i), debouncers.get(i), octets.get() != 0, arrival, out);
            }
        }
    }

    private void look(
            Contact contact, Debouncer debouncer, boolean high, Arrival arrival, Consumer<? super Observation> out) {
        boolean active = high != contact.activeLow();
        debouncer
                .look(active, arrival)
                .ifPresent(since ->
                        out.accept(new ContactChange(device, since.time(), arrival.stamps(), contact.name(), active)));
        bounces.add(debouncer.takeBounces());
    }
}
