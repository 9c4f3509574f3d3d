package io.verge.update.internal.hawkbit;

import io.verge.api.update.UpdateEntry;
import io.verge.transfer.hawkbit.Feedback;
import io.verge.transfer.hawkbit.Feedback.Execution;
import java.util.stream.Stream;

/** How an update goes, in the words of DDI. */
final class Word {
    private Word() {}

    static Feedback of(UpdateEntry entry) {
        return switch (entry.phase()) {
            case METADATA, PLAN, VERIFY, RESOLVE, SWITCH, PROBATION, ROLLBACK ->
                Feedback.of(Execution.PROCEEDING, details(entry));
            case DOWNLOAD -> Feedback.proceeding(Math.min(entry.fetched(), entry.total()), entry.total());
            case STAGED -> Feedback.of(Execution.DOWNLOADED, details(entry));
            case WAIT -> Feedback.of(Execution.SCHEDULED, details(entry));
            case COMMITTED -> Feedback.success(details(entry));
            // The word "canceled" hawkBit writes down and goes on waiting.
            case FAILED, REJECTED, CANCELLED -> Feedback.failure(details(entry));
        };
    }

    private static String[] details(UpdateEntry entry) {
        String label = entry.phase().label();
        String first = entry.why().isEmpty() ? label : label + ": " + entry.why();
        return Stream.of(first, entry.remedy()).filter(text -> !text.isEmpty()).toArray(String[]::new);
    }
}
