package io.verge.diagnostics.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A maintainer with a laptop before a cabinet of their own, and whoever else comes. */
abstract class AtTheCabinet {
    private final List<Laptop> laptops = new ArrayList<>();

    /** Of the box's files. */
    @TempDir
    Path folder = Path.of("");

    Cabinet cabinet;
    Laptop mechanic;

    @BeforeEach
    final void open() throws IOException {
        cabinet = new Cabinet(folder);
        mechanic = laptop("mechanic", Cabinet.MAINTAINER_KEY);
    }

    @AfterEach
    final void close() {
        laptops.forEach(Laptop::close);
        cabinet.close();
    }

    final Laptop laptop(String identity, String key) {
        return closedAfterwards(Laptop.withKey(cabinet.door.secureAddress(), identity, key));
    }

    final Laptop closedAfterwards(Laptop laptop) {
        laptops.add(laptop);
        return laptop;
    }

    final Laptop visitor() {
        return laptop("visitor", Cabinet.VIEWER_KEY);
    }
}
