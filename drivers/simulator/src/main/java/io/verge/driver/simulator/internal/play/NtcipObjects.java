package io.verge.driver.simulator.internal.play;

import io.verge.driver.simulator.internal.world.SignalPlan;
import io.verge.driver.simulator.internal.world.SignalPlan.Aspect;
import io.verge.driver.simulator.internal.world.SignalPlan.Colour;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * The objects of NTCIP 1202 that the played controller has, of the first eight phases; phases are those of {@link TscbmPacket}.
 *
 * <pre>
 *   phaseStatusGroupTable   2 reds, 3 yellows, 4 greens, 5 don't walks, 6 pedestrian clears, 7 walks
 *   phaseControlGroupTable  6 vehicle calls, 7 pedestrian calls: may be written
 *   unitFlashStatus         always 2, not flashing
 * </pre>
 *
 * The plan is of fixed times: it serves every phase in its turn, and a call changes nothing in it. A call that is not written
 * again is forgotten.
 */
final class NtcipObjects {
    private static final String STATUS = "1.3.6.1.4.1.1206.4.2.1.1.4.1.";
    private static final String CONTROL = "1.3.6.1.4.1.1206.4.2.1.1.5.1.";
    private static final String GROUP = ".1";
    private static final String FLASH = "1.3.6.1.4.1.1206.4.2.1.3.6.0";
    private static final int NOT_FLASHING = 2;
    private static final int MOST = 255;

    /** unitBackupTime, milliseconds. */
    static final long BACKUP = 5_000;

    private final Map<String, Call> calls = new HashMap<>();

    /** The phases of an object that are called, and until when. */
    private record Call(int phases, long until) {}

    /**
     * The value of an object; empty when there is none.
     *
     * @param planMillis of the signal plan
     */
    OptionalInt get(String oid, long planMillis) {
        if (oid.equals(FLASH)) {
            return OptionalInt.of(NOT_FLASHING);
        }
        if (isCall(oid)) {
            return OptionalInt.of(called(oid, planMillis));
        }
        if (!oid.startsWith(STATUS) || !oid.endsWith(GROUP)) {
            return OptionalInt.empty();
        }
        IntFunction<Aspect> vehicles = phase -> SignalPlan.vehicles(phase, planMillis);
        IntFunction<Aspect> walks = phase -> SignalPlan.pedestrians(TscbmPacket.crossed(phase), planMillis);
        return switch (oid.substring(STATUS.length(), oid.length() - GROUP.length())) {
            case "2" -> OptionalInt.of(TscbmPacket.bits(Colour.RED, vehicles));
            case "3" -> OptionalInt.of(TscbmPacket.bits(Colour.YELLOW, vehicles));
            case "4" -> OptionalInt.of(TscbmPacket.bits(Colour.GREEN, vehicles));
            case "5" -> OptionalInt.of(TscbmPacket.bits(Colour.RED, walks));
            case "6" -> OptionalInt.of(TscbmPacket.bits(Colour.YELLOW, walks));
            case "7" -> OptionalInt.of(TscbmPacket.bits(Colour.GREEN, walks));
            default -> OptionalInt.empty();
        };
    }

    /** Whether an object can be written with this value. */
    static boolean mayBe(String oid, int value) {
        return isCall(oid) && value >= 0 && value <= MOST;
    }

    /**
     * Writes the calls of eight phases.
     *
     * @return how many phases were not called before
     */
    int set(String oid, int value, long planMillis) {
        int before = called(oid, planMillis);
        calls.put(oid, new Call(value, planMillis + BACKUP));
        return Integer.bitCount(value & ~before);
    }

    private int called(String oid, long planMillis) {
        Call call = calls.get(oid);
        return call == null || planMillis >= call.until ? 0 : call.phases;
    }

    private static boolean isCall(String oid) {
        return oid.equals(CONTROL + "6" + GROUP) || oid.equals(CONTROL + "7" + GROUP);
    }
}
