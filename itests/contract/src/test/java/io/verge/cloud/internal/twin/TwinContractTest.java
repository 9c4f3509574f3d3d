package io.verge.cloud.internal.twin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.TwinReport;
import io.verge.api.cloud.TwinReport.Key;
import io.verge.api.cloud.TwinReport.Outcome;
import io.verge.api.disk.LocalDisk;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Publisher;
import io.verge.itests.contract.Bindings;
import io.verge.itests.contract.Contract;
import io.verge.profile.Profiles;
import io.verge.testkit.Defaults;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The desired documents that a box takes, and the reports that it makes. */
class TwinContractTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Refusal UNREAD = new Refusal(1, 0, NOW, "no JSON", Map.of());

    @TempDir
    private Path folder = Path.of("");

    private final List<String> told = new ArrayList<>();

    @Test
    void aBoxTakesTheContractsExampleOfADesiredDocument() throws Exception {
        for (String example : Contract.examples("desired")) {
            DesiredDocument document = DesiredDocument.read(ByteBuffer.wrap(example.getBytes(UTF_8)));

            assertThat(document.wish().version()).isEqualTo(12);
        }
    }

    @Test
    void allThatIsReportedIsAsTheContractSays() {
        Reporter reporter = reporter();
        reporter.began(true);
        reporter.tell(ReportedDocument.of(report(Outcome.REJECTED, "no such app"), UNREAD, Map.of("apps", Map.of())));

        assertThat(told).singleElement().satisfies(message -> assertThat(message)
                .contains("\"full\":true"));
        assertThat(Contract.problems("reported", told.get(0))).isEmpty();
    }

    @Test
    void aPatchIsAsTheContractSays() {
        Reporter reporter = reporter();
        reporter.began(true);
        reporter.tell(ReportedDocument.of(report(Outcome.REJECTED, "no such app"), UNREAD, Map.of("apps", Map.of())));
        reporter.tell(ReportedDocument.of(report(Outcome.OK, null), null, Map.of("apps", Map.of())));

        assertThat(told).last().satisfies(message -> assertThat(message).contains("\"full\":false", "null"));
        assertThat(Contract.problems("reported", told.get(1))).isEmpty();
    }

    @Test
    void whatIsReportedIsSentAsTheContractSays() {
        List<Outbound> sent = new ArrayList<>();
        ManualClock clock = ManualClock.standing();
        BundleContext context = answering(BundleContext.class, Map.of("getProperty", folder.toString()));
        Profiles profiles = answering(Profiles.class, Map.of("text", "apps: {}\n", "held", Optional.empty()));
        TwinService twin = new TwinService(
                Defaults.of(TwinConfig.class),
                context,
                profiles,
                new BoxHealth(clock),
                new OutboxAudit(clock),
                clock,
                new DirectStages());
        twin.publisher = new Publisher() {
            @Override
            public boolean publish(Outbound message, Runnable confirmed) {
                return sent.add(message);
            }
        };
        twin.began(new Topics("wuhan", "crossing-1"), false);

        assertThat(sent).singleElement().satisfies(message -> {
            Bindings.assertSentAs("sayReported", message);
            Bindings.assertContent("reported", message);
        });
    }

    /** One that answers some questions and no others. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new AssertionError("nobody calls " + method.getName());
                    }
                    return answers.get(method.getName());
                }));
    }

    private Reporter reporter() {
        TwinMemory memory = new TwinMemory(new TwinStore(new LocalDisk(), folder.resolve("twin.json")));
        memory.load("");
        return new Reporter(memory, ManualClock.standing(), (json, arrived) -> {
            arrived.run();
            return told.add(json);
        });
    }

    private static TwinReport report(Outcome outcome, @org.jspecify.annotations.Nullable String why) {
        Status status = outcome == Outcome.OK
                ? new Status(State.OK, NOW, null)
                : new Status(
                        State.DEGRADED, NOW, new Trouble("rejected", "no such app", "correct the desired document"));
        return new TwinReport(
                status, 1, 12, 11, List.of(new Key("apps.ghost", 12, outcome, why, why == null ? null : NOW)));
    }
}
