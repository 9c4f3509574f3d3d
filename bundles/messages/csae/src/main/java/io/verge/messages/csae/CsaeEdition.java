package io.verge.messages.csae;

import io.verge.messages.uper.Codec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The editions of T/CSAE 53 that are in the field. They are not compatible everywhere, and a message does not tell
 * its own: the edition must be agreed.
 */
public enum CsaeEdition {
    /** The edition of 2019, day 1. */
    EDITION_2019(
            "2019", io.verge.messages.csae.edition2019.Types.names(), io.verge.messages.csae.edition2019.Types::find),
    /** T/CSAE 53-2020, with the messages of T/CSAE 157-2020 (day 2). */
    EDITION_2020(
            "2020", io.verge.messages.csae.edition2020.Types.names(), io.verge.messages.csae.edition2020.Types::find);

    private final String year;
    private final List<String> names;
    private final Function<String, @Nullable Codec<?>> find;

    CsaeEdition(String year, List<String> names, Function<String, @Nullable Codec<?>> find) {
        this.year = year;
        this.names = names;
        this.find = find;
    }

    /** The edition's year: 2019 or 2020. */
    public String year() {
        return year;
    }

    /** The edition of a year; empty when there is none. */
    public static Optional<CsaeEdition> of(String year) {
        for (CsaeEdition edition : values()) {
            if (edition.year.equals(year)) {
                return Optional.of(edition);
            }
        }
        return Optional.empty();
    }

    /** The codec for every message of this edition: MessageFrame. */
    public Codec<?> frame() {
        return Objects.requireNonNull(find("MessageFrame"));
    }

    /**
     * The codec for a type.
     *
     * @param typeName an ASN.1 name as in {@link #names}
     * @return null when this edition has no such SEQUENCE or CHOICE
     */
    public @Nullable Codec<?> find(String typeName) {
        return find.apply(typeName);
    }

    /** The ASN.1 names of all types that can be decoded by themselves: every SEQUENCE and CHOICE. */
    public List<String> names() {
        return names;
    }
}
