package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import io.verge.api.disk.LocalDisk;
import io.verge.audit.TrailBreak;
import io.verge.audit.TrailCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The trail of writes: from an agent, or from files without one. */
@Command(
        name = "audit",
        description = {
            "Who changed what on the box, the newest last. For maintainers and operators.",
            "With --verify every hash is computed again; with a folder, such as a copy of var/audit, without an agent."
        },
        mixinStandardHelpOptions = true)
public final class AuditCommand extends RemoteCommand {
    private static final String ROW = "%-7s %-20s %-9s %-20s %-10s %-22s %-28s %-8s %s";

    private final Clock clock;

    @Option(
            names = "--last",
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "So many entries, up to 200 (default: ${DEFAULT-VALUE}).")
    private int last;

    @Option(names = "--verify", description = "Compute every hash again.")
    private boolean verify;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "With --verify: read the files of this folder and ask no agent.")
    private @Nullable Path folder;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "With a folder: one of its entries must have this hash, which the cloud was given.")
    private @Nullable String anchored;

    public AuditCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path named = folder;
        if (named == null) {
            return super.call();
        }
        if (!verify) {
            throw usage("a folder is only read to be verified: add --verify");
        }
        return files(named);
    }

    @Override
    int run(AgentClient client) throws RemoteException {
        byte[] answer = client.getSecured("audit?last=" + last + (verify ? "&verify=all" : ""));
        Map<String, Object> audit = Text.map(Text.parse(answer));
        if (json) {
            printRaw(answer);
        } else {
            print(audit);
        }
        return Text.of(audit, "state").equals("OK") ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private void print(Map<String, Object> audit) {
        Instant now = clock.instant();
        List<Map<String, Object>> entries = Text.list(audit.get("entries"));
        if (!entries.isEmpty()) {
            out().println(String.format(
                    ROW, "NUMBER", "TIME", "DOOR", "WHO", "ROLE", "WHAT", "OBJECT", "OUTCOME", "DETAIL"));
        }
        for (int i = entries.size() - 1; i >= 0; i--) {
            out().println(row(entries.get(i)));
        }
        out().println(Text.line("trail", audit, now));
        out().println("head " + Text.of(audit, "count") + " " + Text.of(audit, "head"));
        String age = Text.age(Text.of(audit, "anchoredAt"), now);
        out().println(
                        age.isEmpty()
                                ? "no head was handed on yet"
                                : "handed on up to " + Text.of(audit, "anchored") + ", " + age + " ago");
    }

    private static String row(Map<String, Object> entry) {
        return String.format(
                        Locale.ROOT,
                        ROW,
                        Text.of(entry, "number"),
                        Text.toTheSecond(Text.of(entry, "time")),
                        Text.of(entry, "door"),
                        Text.of(entry, "who"),
                        Text.orDash(Text.of(entry, "role")),
                        Text.of(entry, "what"),
                        Text.orDash(Text.of(entry, "object")),
                        Text.of(entry, "outcome"),
                        Text.of(entry, "detail"))
                .stripTrailing();
    }

    private int files(Path named) {
        if (!Files.isDirectory(named)) {
            return failed("there is no folder " + named + ": name a copy of a box's var/audit");
        }
        String wanted = anchored == null ? "" : anchored.toLowerCase(Locale.ROOT);
        AtomicLong found = new AtomicLong();
        try {
            TrailCheck check = TrailCheck.of(new LocalDisk(), named, entry -> {
                if (entry.hash().equals(wanted)) {
                    found.set(entry.number());
                }
            });
            return report(check, wanted, found.get());
        } catch (IOException e) {
            return failed(named + " cannot be read: " + e.getMessage());
        } finally {
            out().flush();
        }
    }

    private int report(TrailCheck check, String wanted, long found) {
        if (check.files() == 0) {
            return failed("there are no files of a trail: name the folder that has the files NUMBER.trail");
        }
        out().println("entries " + check.first() + " to " + check.last() + " in " + check.files() + " files");
        out().println("head " + check.last() + " " + check.head());
        for (TrailBreak one : check.breaks()) {
            out().println("BROKEN " + one);
        }
        if (!check.torn().isEmpty()) {
            out().println("half a line at the end of " + check.torn() + ": a power cut, or an agent that is writing");
        }
        if (!wanted.isEmpty()) {
            out().println(
                            found > 0
                                    ? "the hash that was handed on is that of entry " + found
                                    : "BROKEN no entry has the hash that was handed on: the trail was written anew, or"
                                            + " is another's");
        }
        boolean good = check.intact() && (wanted.isEmpty() || found > 0);
        out().println(good ? "every entry is as it was written" : "this trail is not what was written");
        return good ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private int failed(String why) {
        err().println("error: " + why);
        err().flush();
        return ExitCode.IO_ERROR;
    }
}
