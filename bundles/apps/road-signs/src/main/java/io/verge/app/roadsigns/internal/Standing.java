package io.verge.app.roadsigns.internal;

import io.verge.api.app.Notice;
import io.verge.api.app.NoticeReport;
import io.verge.api.app.Pace;
import java.time.Duration;
import java.time.Instant;

/** A notice that was put up. */
final class Standing {
    private final Notice notice;
    private final boolean configured;
    private final Instant from;
    /** Touched by the app's thread. */
    private final Pace pace;

    /**
     * @param since when it was put up
     */
    Standing(Notice notice, boolean configured, Instant since, Duration period) {
        this.notice = notice;
        this.configured = configured;
        this.from = notice.from() == null ? since : notice.from();
        this.pace = new Pace(period);
    }

    Notice notice() {
        return notice;
    }

    boolean configured() {
        return configured;
    }

    /** When it begins to hold. */
    Instant from() {
        return from;
    }

    boolean over(Instant now) {
        Instant until = notice.until();
        return until != null && !now.isBefore(until);
    }

    /** Whether it is time to announce it as a sign; if so, that is taken as done. */
    boolean due(Instant now) {
        return pace.due(now);
    }

    /** Without a time of its own to begin, a notice of the profile holds whatever the clock says. */
    boolean holds(Instant now) {
        Instant begins = notice.from();
        return (begins == null || !now.isBefore(begins)) && !over(now);
    }

    NoticeReport report(Instant now) {
        return new NoticeReport(notice, configured ? "profile" : "local", holds(now));
    }
}
