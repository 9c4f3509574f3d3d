package io.verge.itests.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was done and what was seen; each list in order of time. */
final class History {
    /** The outbox has said that this record is durable. Numbers are those of the producer, not the outbox's. */
    record Durable(String box, String number) {}

    /** A row of the sink: a record after de-duplication by (box, store, lane, stream, sequence). */
    record Row(String box, String store, String stream, long sequence, String number) {}

    /**
     * The box told the cloud of its twin.
     *
     * @param base version to which the patch is to be applied
     * @param full whether the patch is the whole document
     * @param patch a merge patch (RFC 7396)
     */
    record Told(String box, long base, long version, boolean full, Map<String, Object> patch) {}

    /** A command has run on the box. */
    record Run(String box, String command) {}

    /** The cloud wanted this. */
    record Wish(String box, long version) {}

    final List<Durable> durable = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<Run> runs = new ArrayList<>();
    final List<Wish> wishes = new ArrayList<>();

    @Override
    public String toString() {
        return durable.size() + " durable records, " + rows.size() + " rows, " + told.size() + " reports, "
                + runs.size() + " commands run, " + wishes.size() + " wishes";
    }
}
