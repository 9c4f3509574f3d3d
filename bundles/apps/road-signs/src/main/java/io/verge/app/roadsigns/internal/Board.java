package io.verge.app.roadsigns.internal;

import io.verge.api.app.Notice;
import io.verge.api.app.NoticeRefusedException;
import io.verge.api.app.NoticeReport;
import io.verge.api.app.Notices;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All notices that are up. Those of the profile stay; the others end, and there are only so many. */
final class Board implements Notices {
    /** As many as can be put up at run time. */
    static final int MOST = 16;

    private final Clock clock;
    private final NoticeRules rules;
    private final Duration period;
    private final Duration lifetime;
    /** By id; written under this object's lock, read by any thread. */
    private final NavigableMap<String, Standing> notices = new ConcurrentSkipListMap<>();

    Board(Clock clock, Optional<SiteMap> map, Duration period, Duration lifetime) {
        this.clock = clock;
        this.rules = new NoticeRules(map);
        this.period = period;
        this.lifetime = lifetime;
    }

    /**
     * Takes the lines of the profile.
     *
     * @param problems gets all that is wrong with them
     */
    void configure(String key, String[] lines, List<String> problems) {
        for (String line : lines) {
            int before = problems.size();
            Notice notice = NoticeLine.parse(key, line, problems);
            if (problems.size() == before) {
                rules.problems(notice).forEach(problem -> problems.add(key + "." + notice.id() + ": " + problem));
            }
            Standing standing = new Standing(notice, true, clock.now(), period);
            if (notices.putIfAbsent(notice.id(), standing) != null) {
                problems.add(key + "." + notice.id() + ": there is another of this name");
            }
        }
    }

    /** All that are up; some may be over. */
    Collection<Standing> all() {
        return notices.values();
    }

    /** Takes down what is over, but for what the profile has: its clock may be set back. */
    synchronized void tidy(Instant now) {
        notices.values().removeIf(standing -> !standing.configured() && standing.over(now));
    }

    @Override
    public List<NoticeReport> list() {
        Instant now = clock.now();
        List<NoticeReport> reports = new ArrayList<>();
        for (Standing standing : notices.values()) {
            if (!standing.over(now)) {
                reports.add(standing.report(now));
            }
        }
        return reports;
    }

    @Override
    public synchronized NoticeReport put(Notice wanted) throws NoticeRefusedException {
        Instant now = clock.now();
        tidy(now);
        List<String> problems = new ArrayList<>(rules.problems(wanted));
        Notice notice = withEnd(wanted, now);
        Instant until = notice.until();
        if (until != null && !until.isAfter(now)) {
            problems.add("until: in the future");
        }
        problems.addAll(place(notice.id()));
        if (!problems.isEmpty()) {
            throw new NoticeRefusedException(problems);
        }
        Standing standing = new Standing(notice, false, now, period);
        notices.put(notice.id(), standing);
        return standing.report(now);
    }

    private Notice withEnd(Notice notice, Instant now) {
        Instant from = notice.from();
        Instant begins = from == null || from.isBefore(now) ? now : from;
        Instant until = notice.until() == null ? begins.plus(lifetime) : notice.until();
        return new Notice(
                notice.id(),
                notice.sign(),
                notice.event(),
                notice.text(),
                notice.value(),
                notice.position(),
                notice.radius(),
                notice.lanes(),
                from,
                until);
    }

    /** What speaks against another notice of this id. */
    private List<String> place(String id) {
        Standing known = notices.get(id);
        if (known != null) {
            return known.configured() ? List.of("id: the profile has " + id + ": change it there") : List.of();
        }
        long local = notices.values().stream().filter(one -> !one.configured()).count();
        return local < MOST ? List.of() : List.of("there are " + MOST + " already: remove one first");
    }

    @Override
    public synchronized void remove(String id) throws NoticeRefusedException {
        Standing known = notices.get(id);
        if (known == null) {
            throw new NoticeRefusedException(List.of("there is no notice " + id));
        }
        if (known.configured()) {
            throw new NoticeRefusedException(List.of("the profile has " + id + ": remove it there"));
        }
        notices.remove(id);
    }
}
