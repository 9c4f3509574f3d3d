package io.verge.agent.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ExitCallerTest {
    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, type + ".java", 1);
    }

    private static final StackTraceElement[] SIGNAL = {
        frame("java.lang.Object", "wait"),
        frame("java.lang.Shutdown", "exit"),
        frame("java.lang.Terminator$1", "handle"),
        frame("jdk.internal.misc.Signal$1", "run")
    };

    private static final StackTraceElement[] BUNDLE = {
        frame("java.lang.Object", "wait"),
        frame("java.lang.Shutdown", "exit"),
        frame("java.lang.Runtime", "exit"),
        frame("java.lang.System", "exit"),
        frame("org.example.Activator", "start"),
        frame("org.apache.felix.framework.Felix", "startBundle")
    };

    private static final StackTraceElement[] OTHER = {frame("org.example.Worker", "run")};

    @Test
    void namesWhoeverCalledExit() {
        assertThat(ExitCaller.find(List.of(OTHER, BUNDLE))).contains("org.example.Activator.start");
    }

    @Test
    void findsNobodyWhenASignalEndsTheProcess() {
        assertThat(ExitCaller.find(List.of(OTHER, SIGNAL))).isEmpty();
    }
}
