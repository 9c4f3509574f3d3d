package io.verge.packaging;

import java.util.Locale;
import java.util.Optional;

/** The processors that there are packages for. */
public enum Architecture {
    AMD64(62),
    ARM64(183);

    /** As in ELF's header, {@code e_machine}. */
    private final int machine;

    Architecture(int machine) {
        this.machine = machine;
    }

    int machine() {
        return machine;
    }

    /** As Debian calls it. */
    String debian() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the Java that runs this; empty when there is no package for such. */
    static Optional<Architecture> here() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> Optional.of(AMD64);
            case "aarch64", "arm64" -> Optional.of(ARM64);
            default -> Optional.empty();
        };
    }
}
