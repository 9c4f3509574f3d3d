package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Prints each phase of one update as it comes; the agent may restart in between. */
final class UpdateFollower {
    /** How long an agent may be away before it is given up. */
    private static final int AWAY_SECONDS = 180;

    private static final int LOOK_MILLIS = 300;

    private final AgentClient client;
    private final String id;
    private final Clock clock;
    private final PrintWriter out;
    private final Semaphore never = new Semaphore(0);
    private String last = "";

    UpdateFollower(AgentClient client, String id, Clock clock, PrintWriter out) {
        this.client = client;
        this.id = id;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Follows it.
     *
     * @param first how it is
     * @return the exit code
     */
    int toTheEnd(Map<String, Object> first) throws RemoteException, InterruptedException {
        Map<String, Object> entry = first;
        Instant heard = clock.instant();
        tell(entry);
        while (!Boolean.TRUE.equals(entry.get("over"))) {
            if (never.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody wakes it");
            }
            try {
                entry = entry();
                heard = clock.instant();
                tell(entry);
            } catch (RemoteException e) {
                if (heard.plusSeconds(AWAY_SECONDS).isBefore(clock.instant())) {
                    throw e;
                }
            }
        }
        return Text.of(entry, "phase").equals("committed") ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private Map<String, Object> entry() throws RemoteException {
        Map<String, Object> now =
                Text.map(Text.map(Text.parse(client.get("update"))).get("now"));
        if (Text.of(now, "id").equals(id)) {
            return now;
        }
        for (Map<String, Object> one : Text.list(Text.parse(client.get("update/history")))) {
            if (Text.of(one, "id").equals(id)) {
                return one;
            }
        }
        throw new RemoteException("the agent does not know of it any more: see `verge update history`");
    }

    private void tell(Map<String, Object> entry) {
        String why = UpdateText.why(entry);
        String text = Text.of(entry, "phase") + (why.isEmpty() ? "" : "  " + why);
        if (!text.equals(last)) {
            last = text;
            out.println(clock.instant().truncatedTo(ChronoUnit.SECONDS) + "  " + text);
            out.flush();
        }
    }
}
