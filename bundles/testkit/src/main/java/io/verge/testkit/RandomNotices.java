package io.verge.testkit;

import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.scene.RoadEvent;
import io.verge.api.time.Stamps;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Events, signs, advice, priority and corrections as apps announce them, and some that no app should: the same for the same seed,
 * and at the time of the first {@link RandomAnnouncements} of that seed.
 */
public final class RandomNotices {
    private final Random random;
    private final Instant time;

    public RandomNotices(long seed) {
        random = new Random(seed);
        time = new RandomAnnouncements(seed).time();
    }

    /** One of each kind. */
    public List<Announcement> all() {
        return List.of(event(), sign(), advice(), priority(), corrections());
    }

    /** Of any kind and phase, anywhere or nowhere. */
    public EventAnnouncement event() {
        RoadEvent event = new RoadEvent(
                "app/" + random.nextInt(400),
                any(RoadEvent.Kind.values()),
                instant(),
                position(),
                number(30),
                random.nextInt(4) == 0 ? number(1) : random.nextDouble(),
                any(
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        Duration.ofDays(3),
                        Duration.ofSeconds(Long.MAX_VALUE),
                        Duration.ofMillis(-5)),
                random.nextBoolean() ? null : time.plusMillis(random.nextInt(5000)),
                lanes(),
                random.nextBoolean() ? Double.NaN : number(360),
                List.of(),
                random.nextBoolean() ? null : text());
        return new EventAnnouncement(time, Stamps.NONE, event, any(EventAnnouncement.Phase.values()));
    }

    /** With any code, text and time. */
    public SignAnnouncement sign() {
        return new SignAnnouncement(
                time,
                Stamps.NONE,
                "sign-" + random.nextInt(400),
                random.nextInt(10) == 0 ? random.nextInt() : any(85, 268, random.nextInt(65_536)),
                text(),
                number(20),
                position(),
                lanes(),
                instant(),
                random.nextBoolean() ? null : instant());
    }

    /** For the lanes of the crossing and some that it does not have. */
    public AdviceAnnouncement advice() {
        List<AdviceAnnouncement.Advice> advices = new ArrayList<>();
        for (int left = random.nextInt(random.nextInt(5) == 0 ? 60 : 8); left > 0; left--) {
            Instant from = instant();
            advices.add(new AdviceAnnouncement.Advice(
                    lane(),
                    random.nextInt(256),
                    number(10),
                    number(20),
                    number(300),
                    number(1),
                    from,
                    random.nextInt(5) == 0
                            ? instant()
                            : from.isBefore(Instant.MAX.minusSeconds(60)) ? from.plusSeconds(20) : from));
        }
        return new AdviceAnnouncement(time, Stamps.NONE, Crossing.map(), advices);
    }

    /** Up to a few, now and then a hundred. */
    public PriorityAnnouncement priority() {
        List<PriorityAnnouncement.Status> statuses = new ArrayList<>();
        for (int left = random.nextInt(random.nextInt(5) == 0 ? 100 : 5); left > 0; left--) {
            statuses.add(new PriorityAnnouncement.Status(request(), any(PriorityAnnouncement.Answer.values())));
        }
        return new PriorityAnnouncement(time, Stamps.NONE, Crossing.map(), statuses);
    }

    private PriorityRequest request() {
        boolean odd = random.nextInt(10) == 0;
        return new PriorityRequest(
                odd ? text() : "%08X".formatted(random.nextInt()),
                odd ? random.nextInt() : random.nextInt(256),
                random.nextInt(129) - 1,
                any(PriorityRequest.Action.values()),
                420,
                184,
                random.nextBoolean() ? null : lane(),
                random.nextBoolean() ? null : lane(),
                random.nextBoolean() ? null : instant(),
                random.nextBoolean() ? null : instant(),
                any(PriorityRequest.Role.values()),
                random.nextInt(16) - 1,
                random.nextBoolean() ? null : new Wgs84(30.5, 114.3, 20),
                number(15));
    }

    /** Some octets, now and then none or too many. */
    public CorrectionsAnnouncement corrections() {
        byte[] octets = new byte[any(0, 1, 8, 200, 1023, 1024, 1029, 2047, 2048, 5000)];
        random.nextBytes(octets);
        return new CorrectionsAnnouncement(time, Stamps.NONE, ByteBuffer.wrap(octets));
    }

    private List<Integer> lanes() {
        List<Integer> lanes = new ArrayList<>();
        for (int left = random.nextInt(random.nextInt(6) == 0 ? 30 : 4); left > 0; left--) {
            lanes.add(lane());
        }
        return lanes;
    }

    private int lane() {
        return random.nextInt(8) == 0 ? random.nextInt(300) - 20 : 10 * (1 + random.nextInt(4)) + 1 + random.nextInt(5);
    }

    private Position position() {
        double reach = any(20.0, 100.0, 100.0, 3000.0, 90_000.0, 1e7, Double.NaN, Double.POSITIVE_INFINITY);
        return new Position(random.nextGaussian() * reach, random.nextGaussian() * reach, number(10));
    }

    private double number(double usual) {
        return switch (random.nextInt(12)) {
            case 0 ->
                any(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.0, 0.0, 1e12, Double.MAX_VALUE);
            default -> random.nextDouble() * usual;
        };
    }

    /** Some seconds before or after, now and then years, or at the ends of time. */
    private Instant instant() {
        return switch (random.nextInt(12)) {
            case 0 -> any(Instant.MIN, Instant.MAX, Instant.EPOCH);
            case 1 -> time.plus(Duration.ofDays(random.nextInt(4000) - 2000L));
            default -> time.plusMillis(random.nextInt(200_000) - 100_000L);
        };
    }

    private String text() {
        return any(
                "",
                "Icy",
                "Road works ahead, keep right",
                "前方施工",
                "Fuß",
                "x".repeat(400),
                "x".repeat(600),
                "路".repeat(300));
    }

    @SafeVarargs
    private <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }
}
