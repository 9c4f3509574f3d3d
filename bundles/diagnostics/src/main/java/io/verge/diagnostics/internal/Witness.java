package io.verge.diagnostics.internal;

import io.verge.api.audit.Act;
import io.verge.api.audit.Audit;
import io.verge.api.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells the trail what was changed through this door, and who tried in vain. Of what one identity tries in vain there is an entry at
 * once and then one a minute, with the count, so that nobody can fill the trail. Any thread.
 */
final class Witness {
    private static final String DOOR = "coap";
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    /** Identities that are told apart; all others are one. */
    private static final int MOST = 100;

    private static final Pattern DEED = Pattern.compile("[a-z-]{1,20}");

    private final Parts parts;
    private final Clock clock;
    /** By identity; guarded by itself. */
    private final Map<String, Tries> tries = new HashMap<>();

    /** What one identity has tried since its last entry. */
    private static final class Tries {
        long since;
        long more;
        Act last;

        Tries(long since, Act last) {
            this.since = since;
            this.last = last;
        }
    }

    Witness(Parts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /** A change has been answered. What only looks or checks is passed over. */
    void answered(Peer peer, Request request, @Nullable Response response) {
        List<String> path = request.getOptions().getUriPath();
        Permissions.Rule rule = Permissions.of(request.getCode(), path);
        if (rule.act().isEmpty()) {
            return;
        }
        String deed = Query.text(request.getOptions().getUriQuery(), "do")
                .filter(one -> DEED.matcher(one).matches())
                .map(one -> "." + one)
                .orElse("");
        boolean done = response != null && response.getCode().isSuccess();
        boolean refused = response != null && response.getCode().isClientError();
        note(new Act(
                DOOR,
                peer.identity(),
                peer.roleWord(),
                rule.act() + deed,
                rule.object(path),
                done ? "done" : refused ? "refused" : "failed",
                detail(rule, response, done)));
    }

    /** What was installed tells its name and version itself; of all else success says all. */
    private static String detail(Permissions.Rule rule, @Nullable Response response, boolean done) {
        if (response == null || (done && !rule.act().equals("bundle.install"))) {
            return "";
        }
        return response.getCode() + " " + response.getPayloadString();
    }

    /** Somebody tried what is not for them. */
    void refused(Peer peer, Permissions.Rule rule, List<String> path) {
        String what = rule.act().isEmpty() ? "look" : rule.act();
        String object = rule.path().endsWith("*") ? rule.object(path) : String.join("/", path);
        refused(new Act(DOOR, peer.identity(), peer.roleWord(), what, object, "refused", ""));
    }

    /** Somebody came with a certificate that is not good. */
    void refusedLogin(String who, String why) {
        refused(new Act(DOOR, who, "", "login", "", "refused", why));
    }

    private void refused(Act act) {
        long now = clock.nanoTime();
        synchronized (tries) {
            String identity = tries.containsKey(act.who()) || tries.size() < MOST ? act.who() : "others";
            Tries before = tries.get(identity);
            if (before == null) {
                tries.put(identity, new Tries(now, act));
            } else {
                before.more++;
                before.last = act;
                return;
            }
        }
        note(act);
    }

    /** From time to time: tells how often it was tried since. */
    void tick() {
        long now = clock.nanoTime();
        synchronized (tries) {
            for (Iterator<Tries> each = tries.values().iterator(); each.hasNext(); ) {
                Tries one = each.next();
                if (now - one.since >= WINDOW) {
                    if (one.more == 0) {
                        each.remove();
                    } else {
                        note(counted(one));
                        one.since = now;
                        one.more = 0;
                    }
                }
            }
        }
    }

    private static Act counted(Tries tries) {
        Act act = tries.last;
        String detail = tries.more + " more in a minute; this is the last of them";
        return new Act(act.door(), act.who(), act.role(), act.what(), act.object(), act.outcome(), detail);
    }

    private void note(Act act) {
        Audit audit = parts.audit;
        if (audit != null) {
            audit.note(act);
        }
    }
}
