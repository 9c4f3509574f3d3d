package io.verge.transfer;

import io.verge.api.time.Clock;
import io.verge.transfer.FetchException.Reason;
import io.verge.transfer.SourceException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * One file on its way.
 *
 * <pre>
 *  ASKING ──octets──▶ GROWING ──piece whole and right──▶ ASKING … all right ──▶ done
 *     │                  └──whole and wrong──▶ WAITING, without that piece
 *     └──failure──▶ WAITING ──equal jitter──▶ ASKING, from the octet where it was
 * </pre>
 *
 * One thread, one use.
 */
final class Fetch {
    private static final int BUFFER = 16 << 10;
    /** So often somebody who waits asks whether the file is wanted still. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(5);

    private final PieceStore store;
    private final Download download;
    private final Source source;
    private final Terms terms;
    private final Clock clock;
    private final FetchRules rules;
    private final Throttle throttle;
    private final Retry retry;
    private final byte[] buffer = new byte[BUFFER];
    private long received;
    private int failures;
    private int corrupt;
    private int corruptInARow;

    Fetch(
            PieceStore store,
            Download download,
            Source source,
            Terms terms,
            Clock clock,
            FetchRules rules,
            RandomGenerator random) {
        this.store = store;
        this.download = download;
        this.source = source;
        this.terms = terms;
        this.clock = clock;
        this.rules = rules;
        throttle = new Throttle(clock, terms.budget());
        retry = new Retry(rules.shortestWait(), rules.longestWait(), random);
    }

    /** @param missing octets at the start */
    Fetched run(long missing) throws IOException, InterruptedException {
        while (!store.isComplete()) {
            stillWanted();
            try {
                pull();
            } catch (SourceException e) {
                failures++;
                mayGoOn(e);
                waitAfter(e);
            }
        }
        return new Fetched(store, new Receipt(missing, received, failures, corrupt));
    }

    /** One request: the rest of the first piece that is missing, and what follows it. */
    private void pull() throws IOException, InterruptedException {
        int first = store.firstMissing();
        int end = store.endOfRun(first, rules.window());
        try (Piece begun = store.piece(first)) {
            if (begun.missing() == 0) {
                finish(first, begun);
                return;
            }
            long from = download.start(first) + begun.there();
            try (Pull in = Pull.open(source, download.path(), from, download.start(end), clock, rules)) {
                grow(first, begun, in);
                for (int next = first + 1; next < end; next++) {
                    try (Piece piece = store.piece(next)) {
                        grow(next, piece, in);
                    }
                }
            }
        }
    }

    private void grow(int number, Piece piece, Pull in) throws IOException, InterruptedException {
        while (piece.missing() > 0) {
            int most = throttle.most(BUFFER, this::stillWanted);
            int n = in.read(buffer, (int) Math.min(most, piece.missing()));
            throttle.took(n);
            received += n;
            piece.write(buffer, n);
            retry.reset();
        }
        finish(number, piece);
    }

    private void finish(int number, Piece piece) throws IOException {
        if (store.finish(number, piece)) {
            corruptInARow = 0;
            terms.progress().accept(store.present());
            return;
        }
        corrupt++;
        corruptInARow++;
        throw SourceException.of(Kind.CORRUPT, "piece " + number + " has not the hash that it should");
    }

    private void stillWanted() throws FetchException {
        if (!terms.wanted().getAsBoolean()) {
            throw new FetchException(Reason.CANCELLED, download.path() + " is not wanted any more", null);
        }
        if (!clock.now().isBefore(terms.expires())) {
            throw new FetchException(Reason.EXPIRED, download.path() + " was wanted until " + terms.expires(), null);
        }
    }

    private void mayGoOn(SourceException e) throws FetchException {
        switch (e.kind()) {
            case ABSENT -> throw givenUp(Reason.ABSENT, e);
            case REFUSED -> throw givenUp(Reason.REFUSED, e);
            case CORRUPT -> {
                if (corruptInARow >= rules.mostCorrupt()) {
                    throw givenUp(Reason.CORRUPT, e);
                }
            }
            case BUSY, CHANGED, BROKEN, SLOW -> {}
        }
    }

    private FetchException givenUp(Reason reason, SourceException e) {
        return new FetchException(reason, download.path() + ": " + e.getMessage(), e);
    }

    private void waitAfter(SourceException e) throws IOException, InterruptedException {
        Duration own = retry.next();
        Duration left = e.patience().compareTo(own) > 0 ? e.patience() : own;
        while (!left.isZero()) {
            stillWanted();
            Duration step = left.compareTo(LOOK_AROUND) < 0 ? left : LOOK_AROUND;
            clock.sleep(step);
            left = left.minus(step);
        }
    }
}
