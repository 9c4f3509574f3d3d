package io.verge.diagnostics.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes one value: how something is now. */
@FunctionalInterface
interface View {
    void write(JsonGenerator out) throws IOException;
}
