package io.verge.messages.etsi;

import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The edition of the common data dictionary (TS 102 894-2) on which a CPM of TS 103 324 V2.1.1 stands. Both are in
 * the field and not compatible, and the message does not tell: it must be agreed.
 */
public enum CpmEdition {
    /** TS 102 894-2 V2.1.1, which TS 103 324 V2.1.1 names. */
    CDD_2_1_1("2.1.1", io.verge.messages.etsi.cpm.Types.names(), io.verge.messages.etsi.cpm.Types::find),
    /** TS 102 894-2 V2.4.1, used by some stacks. */
    CDD_2_4_1("2.4.1", io.verge.messages.etsi.cpm241.Types.names(), io.verge.messages.etsi.cpm241.Types::find);

    private final String version;
    private final List<String> names;
    private final Function<String, @Nullable Codec<?>> find;

    CpmEdition(String version, List<String> names, Function<String, @Nullable Codec<?>> find) {
        this.version = version;
        this.names = names;
        this.find = find;
    }

    /** The dictionary's version: 2.1.1 or 2.4.1. */
    public String version() {
        return version;
    }

    /**
     * The edition with a dictionary's version.
     *
     * @throws CodecException when it is neither 2.1.1 nor 2.4.1
     */
    public static CpmEdition of(String version) throws CodecException {
        for (CpmEdition edition : values()) {
            if (edition.version.equals(version)) {
                return edition;
            }
        }
        throw CodecException.because("CPM edition " + version + " of 2.1.1, 2.4.1");
    }

    List<String> names() {
        return names;
    }

    @Nullable
    Codec<?> find(String name) {
        return find.apply(name);
    }
}
