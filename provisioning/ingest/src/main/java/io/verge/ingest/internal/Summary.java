package io.verge.ingest.internal;

import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Refusal;
import io.verge.ingest.internal.line.Source;
import io.verge.ingest.internal.store.Kept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came since it was last asked, for people: one line a stream. Any thread. */
public final class Summary {
    private static final int STREAMS = 20;
    private static final int WIDTH = 120;

    private final Map<Source, Line> lines = new LinkedHashMap<>();
    private final List<String> notices = new ArrayList<>();
    private long others;
    private long unsaid;

    synchronized void add(Kept kept) {
        kept.fresh().forEach(record -> add(record, true));
        kept.known().forEach(record -> add(record, false));
        for (Refusal refusal : kept.refusals()) {
            say(printable(refusal.topic()) + "  refused: " + printable(refusal.reason()));
        }
    }

    /** Something else worth a line. */
    synchronized void say(String notice) {
        if (notices.size() < STREAMS) {
            notices.add(notice);
        } else {
            unsaid++;
        }
    }

    private void add(ArrivedRecord arrived, boolean fresh) {
        Line line = lines.get(arrived.source());
        if (line == null && lines.size() == STREAMS) {
            others++;
            return;
        }
        if (line == null) {
            line = new Line();
            lines.put(arrived.source(), line);
        }
        line.add(arrived, fresh);
    }

    /** The lines, and begins anew. */
    public synchronized List<String> take() {
        List<String> texts = new ArrayList<>();
        lines.forEach((source, line) -> texts.add(line.text(source)));
        if (others > 0) {
            texts.add("and " + others + " records of other streams");
        }
        texts.addAll(notices);
        if (unsaid > 0) {
            texts.add("and " + unsaid + " more notices");
        }
        lines.clear();
        notices.clear();
        others = 0;
        unsaid = 0;
        return texts;
    }

    /** What comes from outside must not steer a terminal. */
    private static String printable(String text) {
        String begin = text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "…";
        return begin.replaceAll("\\p{Cntrl}", "?");
    }

    private static final class Line {
        private long fresh;
        private long known;
        private String last = "";

        private void add(ArrivedRecord arrived, boolean isFresh) {
            fresh += isFresh ? 1 : 0;
            known += isFresh ? 0 : 1;
            last = "#" + arrived.sequence() + " " + printable(arrived.body());
        }

        private String text(Source source) {
            return "%s/%s  %s/%s  %d new%s  %s"
                    .formatted(
                            source.tenant(),
                            source.box(),
                            source.lane(),
                            printable(source.stream()),
                            fresh,
                            known > 0 ? ", " + known + " again" : "",
                            last);
        }
    }
}
