package io.verge.cloud.internal.twin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the twin remembers. Immutable.
 *
 * @param epoch of the document judged last, 0 before the first
 * @param judged its version: applied or refused, it is not looked at again
 * @param good the wish that is in force; null before the first
 * @param trial what is on probation; null when nothing is
 * @param local the profile as the box would have it without the cloud, as YAML
 * @param known the text of the box's profile that the twin has seen last; another one was changed on the box
 * @param holds by key
 * @param refused parts of the wish in force that are left out, with the reason, by key
 * @param rejected the document judged last, when it was not taken or not kept; else null
 * @param unread a document that was not even judged, since it is malformed, old or another box's; null when a newer one was
 * @param reported the version of what was reported last, 0 before the first
 * @param report what was reported last
 */
record TwinState(
        long epoch,
        long judged,
        @Nullable Wish good,
        @Nullable Trial trial,
        String local,
        String known,
        List<Hold> holds,
        Map<String, String> refused,
        @Nullable Refusal rejected,
        @Nullable Refusal unread,
        long reported,
        Map<String, Object> report) {
    TwinState {
        holds = List.copyOf(holds);
        refused = Map.copyOf(refused);
    }

    /** Of a box that has never heard of a cloud. */
    static TwinState first(String profile) {
        return new TwinState(0, 0, null, null, profile, profile, List.of(), Map.of(), null, null, 0, Map.of());
    }

    /** Whether this wish is newer than all that were judged. */
    boolean isBefore(Wish wish) {
        return wish.epoch() > epoch || (wish.epoch() == epoch && wish.version() > judged);
    }

    TwinState judged(long newEpoch, long version) {
        return new TwinState(
                newEpoch, version, good, trial, local, known, holds, refused, rejected, unread, reported, report);
    }

    /** What is wished is in force but for the parts left out, and nothing is on probation. */
    TwinState good(@Nullable Wish wish, Map<String, String> leftOut) {
        return new TwinState(
                epoch, judged, wish, null, local, known, holds, leftOut, rejected, unread, reported, report);
    }

    TwinState trial(@Nullable Trial next) {
        return new TwinState(
                epoch, judged, good, next, local, known, holds, refused, rejected, unread, reported, report);
    }

    TwinState local(String profile) {
        return new TwinState(
                epoch, judged, good, trial, profile, known, holds, refused, rejected, unread, reported, report);
    }

    TwinState known(String text) {
        return new TwinState(
                epoch, judged, good, trial, local, text, holds, refused, rejected, unread, reported, report);
    }

    TwinState holds(List<Hold> all) {
        return new TwinState(
                epoch, judged, good, trial, local, known, all, refused, rejected, unread, reported, report);
    }

    TwinState rejected(@Nullable Refusal why) {
        return new TwinState(epoch, judged, good, trial, local, known, holds, refused, why, unread, reported, report);
    }

    TwinState unread(@Nullable Refusal why) {
        return new TwinState(epoch, judged, good, trial, local, known, holds, refused, rejected, why, reported, report);
    }

    TwinState reported(long version, Map<String, Object> document) {
        return new TwinState(
                epoch, judged, good, trial, local, known, holds, refused, rejected, unread, version, document);
    }
}
