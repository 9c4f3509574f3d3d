package io.verge.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.disk.Sha256;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import io.verge.transfer.FetchException.Reason;
import io.verge.transfer.SourceException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private static final Path FOLDER = Path.of("/var/downloads");

    private final ManualClock clock = ManualClock.leaping();
    private final FaultyDisk disk = new FaultyDisk(new Random(1));
    private final byte[] file = Sources.noise(50_000, 3);
    private final Download download = Sources.download(file);
    private final Instant start = clock.now();
    private final Terms terms = Terms.until(start.plus(Duration.ofDays(7)));

    private Fetcher fetcher() {
        return new Fetcher(disk, clock, new Random(2), FetchRules.DEFAULT);
    }

    private Fetched fetch(Source source) throws Exception {
        return fetcher().fetch(download, source, FOLDER, terms);
    }

    private static byte[] content(Fetched fetched) throws IOException {
        try (InputStream in = fetched.open()) {
            return in.readAllBytes();
        }
    }

    private void assertGivenUp(Source source, Terms on, Reason reason) {
        assertThatThrownBy(() -> fetcher().fetch(download, source, FOLDER, on))
                .isInstanceOfSatisfying(
                        FetchException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private Duration passed() {
        return Duration.between(start, clock.now());
    }

    /** One that behaves as told once, and then is honest. */
    private Source firstThenHonest(Source first) {
        AtomicInteger calls = new AtomicInteger();
        return (path, from, to) -> (calls.getAndIncrement() == 0 ? first : Sources.honest(file)).range(path, from, to);
    }

    @Test
    void bringsTheFile() throws Exception {
        Fetched fetched = fetch(Sources.honest(file));

        assertThat(content(fetched)).isEqualTo(file);
        assertThat(fetched.receipt()).isEqualTo(new Receipt(50_000, 50_000, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4_095, 4_096, 4_097, 8_192})
    void bringsFilesOfAnyLength(int length) throws Exception {
        byte[] other = Sources.noise(length, 9);

        Fetched fetched = fetcher().fetch(Sources.download(other), Sources.honest(other), FOLDER, terms);

        assertThat(content(fetched)).isEqualTo(other);
    }

    @Test
    void bringsAFileOfWhosePiecesNothingIsSaid() throws Exception {
        Download whole = Download.whole("x", file.length, Sha256.of(file));

        assertThat(content(fetcher().fetch(whole, Sources.breaking(file, 9_000, new Random(1)), FOLDER, terms)))
                .isEqualTo(file);
    }

    @Test
    void asksForTwoPiecesAtOnce() throws Exception {
        List<Long> lengths = new ArrayList<>();
        fetch((path, from, to) -> {
            lengths.add(to - from);
            return Sources.honest(file).range(path, from, to);
        });

        assertThat(lengths).hasSize(7).startsWith(8_192L, 8_192L);
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws Exception {
        fetch(Sources.honest(file));

        Fetched again = fetch((path, from, to) -> {
            throw SourceException.of(Kind.ABSENT, "gone");
        });

        assertThat(again.receipt().received()).isZero();
        assertThat(content(again)).isEqualTo(file);
    }

    @Test
    void aBrokenConnectionGoesOnAtTheOctetWhereItWas() throws Exception {
        Fetched fetched = fetch(Sources.breaking(file, 3_000, new Random(5)));

        assertThat(content(fetched)).isEqualTo(file);
        assertThat(fetched.receipt().received()).isEqualTo(50_000);
        assertThat(fetched.receipt().failures()).isGreaterThan(20);
    }

    @Test
    void aPieceThatRotsOnTheDiskIsFetchedAgainAlone() throws Exception {
        fetch(Sources.honest(file));
        disk.rot(FOLDER.resolve(download.sha256().hex()).resolve("000003"), 100);

        Fetched again = fetch(Sources.honest(file));

        assertThat(again.receipt().received()).isEqualTo(4_096);
        assertThat(content(again)).isEqualTo(file);
    }

    @Test
    void aCorruptPieceIsAskedForAgainAndNotTheFile() throws Exception {
        byte[] damaged = file.clone();
        damaged[20_000] ^= 1;
        AtomicInteger calls = new AtomicInteger();

        Fetched fetched = fetch((path, from, to) -> {
            boolean once = from <= 20_000 && 20_000 < to && calls.getAndIncrement() == 0;
            return Sources.honest(once ? damaged : file).range(path, from, to);
        });

        assertThat(content(fetched)).isEqualTo(file);
        assertThat(fetched.receipt()).isEqualTo(new Receipt(50_000, 54_096, 1, 1));
    }

    @Test
    void aSourceOfOtherOctetsIsGivenUp() {
        assertGivenUp(Sources.honest(Sources.noise(50_000, 4)), terms, Reason.CORRUPT);
    }

    @ParameterizedTest
    @CsvSource({"ABSENT, ABSENT", "REFUSED, REFUSED"})
    void whatWillNotChangeIsNotWaitedFor(Kind kind, Reason reason) {
        assertGivenUp(
                (path, from, to) -> {
                    throw SourceException.of(kind, "no");
                },
                terms,
                reason);
        assertThat(passed()).isZero();
    }

    @Test
    void isGivenUpWhenItExpires() {
        assertGivenUp(
                (path, from, to) -> {
                    throw SourceException.of(Kind.BROKEN, "no network");
                },
                terms,
                Reason.EXPIRED);
        assertThat(passed()).isBetween(Duration.ofDays(7), Duration.ofDays(7).plusSeconds(5));
    }

    @Test
    void waitsLongerAfterEachFailureInARow() throws Exception {
        List<Duration> asked = new ArrayList<>();
        fetch((path, from, to) -> {
            asked.add(passed());
            if (asked.size() <= 9) {
                throw SourceException.of(Kind.BROKEN, "no network");
            }
            return Sources.honest(file).range(path, from, to);
        });

        assertThat(asked.get(1)).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(15));
        assertThat(asked.get(2).minus(asked.get(1))).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(asked.get(9).minus(asked.get(8))).isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
    }

    @Test
    void aServerThatIsBusyIsGivenItsTime() throws Exception {
        fetch(firstThenHonest((path, from, to) -> {
            throw SourceException.busy("429", Duration.ofMinutes(20));
        }));

        assertThat(passed()).isGreaterThanOrEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theEndOfAWaitIsSoonWhenItIsNotWantedAnyMore() {
        Source busy = (path, from, to) -> {
            throw SourceException.busy("429", Duration.ofHours(20));
        };

        assertGivenUp(busy, terms.whileWanted(() -> passed().compareTo(Duration.ofSeconds(30)) < 0), Reason.CANCELLED);
        assertThat(passed()).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void endlessDataIsNotReadBeyondWhatIsWanted() throws Exception {
        AtomicLong read = new AtomicLong();
        Fetched fetched = fetch((path, from, to) -> new InputStream() {
            private long at = from;

            @Override
            public int read() {
                read.incrementAndGet();
                return file[(int) (at++ % file.length)] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    buffer[offset + i] = (byte) read();
                }
                return length;
            }
        });

        assertThat(content(fetched)).isEqualTo(file);
        assertThat(read.get()).isEqualTo(50_000);
    }

    @Test
    void anEmptyAnswerIsAFailureToo() throws Exception {
        Fetched fetched = fetch(firstThenHonest((path, from, to) -> InputStream.nullInputStream()));

        assertThat(fetched.receipt().failures()).isOne();
    }

    @Test
    void aSourceThatTricklesIsLeftAndAskedAnew() throws Exception {
        Fetched fetched = fetch(firstThenHonest((path, from, to) -> new InputStream() {
            private int at = (int) from;

            @Override
            public int read(byte[] buffer, int offset, int length) {
                clock.advance(Duration.ofSeconds(2));
                buffer[offset] = file[at++];
                return 1;
            }

            @Override
            public int read() {
                throw new AssertionError("octet by octet");
            }
        }));

        assertThat(content(fetched)).isEqualTo(file);
        assertThat(fetched.receipt().failures()).isOne();
        assertThat(passed()).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void keepsToItsBudget() throws Exception {
        fetcher().fetch(download, Sources.honest(file), FOLDER, terms.with(() -> 1_000));

        assertThat(passed()).isBetween(Duration.ofSeconds(49), Duration.ofSeconds(50));
    }

    @Test
    void pausesWhileTheBudgetIsNothing() throws Exception {
        Budget urgentFirst = () -> passed().compareTo(Duration.ofMinutes(3)) < 0 ? 0 : Long.MAX_VALUE;

        Fetched fetched = fetcher().fetch(download, Sources.honest(file), FOLDER, terms.with(urgentFirst));

        assertThat(passed()).isBetween(Duration.ofMinutes(3), Duration.ofSeconds(182));
        assertThat(fetched.receipt().failures()).isZero();
    }

    @Test
    void aPauseEndsWhenItExpires() {
        assertGivenUp(Sources.honest(file), terms.with(() -> 0), Reason.EXPIRED);
    }

    @Test
    void withoutRoomNothingIsAskedFor() {
        disk.free(59_999);

        assertThatThrownBy(() -> fetcher()
                        .fetch(
                                download,
                                (path, from, to) -> {
                                    throw new AssertionError("asked");
                                },
                                FOLDER,
                                terms.reserving(10_000)))
                .isInstanceOfSatisfying(NoRoomException.class, e -> {
                    assertThat(e.needed()).isEqualTo(60_000);
                    assertThat(e.free()).isEqualTo(59_999);
                });
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        List<Long> heard = new ArrayList<>();

        Fetched unused = fetcher().fetch(download, Sources.honest(file), FOLDER, terms.telling(heard::add));

        assertThat(heard).hasSize(13).startsWith(4_096L, 8_192L).endsWith(50_000L);
    }

    @Test
    void nothingIsLeftOfWhatIsDiscarded() throws Exception {
        fetch(Sources.honest(file)).discard();

        assertThat(disk.list(FOLDER)).isEmpty();
    }

    @Test
    void filesThatDoNotBelongThereAreRemoved() throws Exception {
        Path own = FOLDER.resolve(download.sha256().hex());
        disk.plant(own.resolve("000099"), new byte[10]);
        disk.plant(own.resolve("7"), new byte[10]);
        disk.plant(own.resolve("000001.part"), new byte[9_000]);

        assertThat(content(fetch(Sources.honest(file)))).isEqualTo(file);
        assertThat(disk.list(own)).hasSize(13);
    }

    @Test
    void aDiskThatFailsIsNotASourceThatFails() {
        disk.failAt(10);

        assertThatThrownBy(() -> fetch(Sources.honest(file)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FetchException.class)
                .hasMessageContaining("operation 10");
    }

    @Test
    void whatIsPublishedIsWhatIsFetched() throws Exception {
        byte[] large = Sources.noise(600_000, 5);
        Download published = Download.of("bundles/large.zst", new ByteArrayInputStream(large));

        assertThat(published.pieces()).hasSize(3);
        assertThat(content(fetcher().fetch(published, Sources.honest(large), FOLDER, terms)))
                .isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../b", "a//b", ".hidden", "a b", "a\\b", "x/"})
    void pathsThatLeadElsewhereAreNone(String path) {
        assertThatThrownBy(() -> Download.whole(path, 1, Sha256.of(new byte[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lengthAndPiecesThatDoNotFitAreRefused() {
        List<Sha256> pieces = download.pieces();

        assertThatThrownBy(() -> new Download("x", 50_000, download.sha256(), 4_096, pieces.subList(0, 12)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Download("x", Long.MAX_VALUE, download.sha256(), 1 << 30, pieces))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Download("x", 0, download.sha256(), 4_096, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
