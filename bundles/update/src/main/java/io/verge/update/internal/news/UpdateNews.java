package io.verge.update.internal.news;

import io.verge.api.audit.Act;
import io.verge.api.audit.Audit;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateListener;
import io.verge.json.JsonText;
import io.verge.json.UpdateJson;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Tells the cloud where an update is, with what it touches as soon as that is known, and the trail how it ended. A record for each phase and
 * each new reason: the count of octets is not worth one. Called by one thread.
 */
@Component
public final class UpdateNews implements UpdateListener {
    private static final String STREAM = "update";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Outbox outbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Audit audit;

    private String told = "";

    @Override
    public void onUpdate(UpdateEntry entry) {
        String news = entry.wish().id() + ' ' + entry.phase() + ' ' + entry.code() + ' ' + (entry.plan() != null);
        if (news.equals(told)) {
            return;
        }
        told = news;
        record(entry);
        if (entry.phase().isOver() || entry.phase() == Phase.SWITCH || entry.phase() == Phase.ROLLBACK) {
            note(entry);
        }
    }

    private void record(UpdateEntry entry) {
        Outbox present = outbox;
        if (present != null) {
            byte[] content = JsonText.octets(out -> UpdateJson.entry(out, entry));
            CompletionStage<Void> unused = present.offer(
                    new CloudRecord(Lane.STATE, STREAM, STREAM, entry.since(), null, ByteBuffer.wrap(content)));
        }
    }

    private void note(UpdateEntry entry) {
        Audit present = audit;
        if (present != null) {
            String outcome =
                    switch (entry.phase()) {
                        case FAILED, ROLLBACK -> "failed";
                        case REJECTED, CANCELLED -> "refused";
                        default -> "done";
                    };
            String what = "update." + entry.phase().label();
            present.note(
                    new Act("update", entry.wish().by(), "", what, entry.wish().release(), outcome, entry.why()));
        }
    }
}
