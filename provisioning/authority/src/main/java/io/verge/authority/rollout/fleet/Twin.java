package io.verge.authority.rollout.fleet;

import io.verge.authority.json.JsonObject;
import io.verge.authority.rollout.fleet.Heard.Overruled;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the broker knows of one box, and what was asked of it. Pure; one thread. */
final class Twin {
    private static final int LONGEST_WHY = 200;

    private final String box;
    private @Nullable Desired desired;
    /** What is wrong with the document; empty when nothing is. */
    private String unreadable = "";

    /** What the broker retains has come, or was written by us. */
    private boolean current;

    private boolean born;
    /** It is the one that the broker retains. */
    private boolean birthIsCurrent;

    /** Version that the box had heard of when it said so last. */
    private long known;

    private @Nullable Wish asked;

    Twin(String box) {
        this.box = box;
    }

    void expect(Wish wish) {
        asked = wish;
    }

    /**
     * A document with this wish in it; empty when it is there already.
     *
     * @throws IOException when there can be none; says why
     */
    Optional<Desired> asking(Wish wish, Instant now) throws IOException {
        asked = wish;
        Desired present = present();
        if (present.holds(wish)) {
            return Optional.empty();
        }
        Desired next = present.with(wish, now);
        if (next.content().length > Desired.LARGEST) {
            asked = null;
            throw new IOException("twin/desired would be greater than " + Desired.LARGEST + " octets");
        }
        return Optional.of(next);
    }

    /** A document without this wish; empty when it is not in it. */
    Optional<Desired> withdrawing(Wish wish, Instant now) {
        asked = null;
        Desired present = desired;
        return present != null && present.holds(wish) ? Optional.of(present.without(now)) : Optional.empty();
    }

    /** It stands in {@code twin/desired} now. */
    void wrote(Desired document) {
        desired = document;
        current = true;
    }

    /** Whether enough is known to ask, or to see that it cannot be asked. */
    boolean isKnown() {
        return desired != null || !unreadable.isEmpty() || (birthIsCurrent && known == 0);
    }

    private Desired present() throws IOException {
        Desired present = desired;
        if (present != null) {
            return present;
        }
        if (!unreadable.isEmpty()) {
            throw new IOException("twin/desired cannot be read: " + unreadable);
        }
        if (!born) {
            throw new IOException("the broker knows no such box: it has never said 'birth'");
        }
        if (known > 0) {
            throw new IOException("the box has heard of version " + known
                    + " of twin/desired, and the broker has none: publish it again");
        }
        return Desired.first();
    }

    /**
     * {@code twin/desired} came. What comes before the one that the broker retains was kept for us from an earlier session, and is older.
     *
     * @param retained whether it is that one
     */
    Optional<Heard> desired(byte[] content, boolean retained) {
        current |= retained;
        if (!current) {
            return Optional.empty();
        }
        Desired came;
        try {
            came = content.length == 0 ? null : Desired.read(content);
            unreadable = "";
        } catch (IOException e) {
            came = null;
            unreadable = String.valueOf(e.getMessage());
        }
        Desired before = desired;
        if (came != null && before != null && came.isBefore(before)) {
            return Optional.empty(); // what was there before we wrote
        }
        desired = came;
        Wish wish = asked;
        if (wish == null || (came != null && came.holds(wish))) {
            return Optional.empty();
        }
        asked = null;
        return Optional.of(new Overruled(
                box,
                "somebody has taken the wish out of twin/desired"
                        + (came == null ? "" : ", version " + came.version())));
    }

    /**
     * {@code birth} came.
     *
     * @param retained whether it is the one that the broker retains: another may have been kept for us from an earlier session
     */
    void birth(byte[] content, boolean retained) {
        birthIsCurrent |= retained;
        try {
            known = JsonObject.read(content).object("twin").whole("desired", 0);
            born = true;
        } catch (IOException e) {
            born = content.length > 0;
        }
    }

    /** {@code twin/reported} came: the box may not take the document. */
    Optional<Heard> reported(byte[] content) {
        Desired present = desired;
        if (asked == null || present == null) {
            return Optional.empty();
        }
        try {
            JsonObject patch = JsonObject.read(content).object("patch");
            JsonObject unread = patch.object("unread");
            if (unread.whole("version", 0) == present.version()) {
                return overruled(present, unread.text("why", "it does not say why"));
            }
            JsonObject keys = patch.object("keys");
            for (Map.Entry<String, @Nullable Object> member : keys.members().entrySet()) {
                JsonObject key = keys.object(member.getKey());
                if (key.text("st", "").equals("rejected") && key.whole("dv", 0) == present.version()) {
                    return overruled(present, member.getKey() + ": " + key.text("why", "it does not say why"));
                }
            }
        } catch (IOException e) {
            // A box says more than this tool reads.
        }
        return Optional.empty();
    }

    private Optional<Heard> overruled(Desired document, String why) {
        asked = null;
        return Optional.of(new Overruled(
                box,
                "the box does not take version " + document.version() + " of twin/desired: "
                        + why.substring(0, Math.min(LONGEST_WHY, why.length()))));
    }
}
