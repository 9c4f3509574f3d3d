package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuietTest {
    private final FakeFramework framework = new FakeFramework();
    private final Quiet quiet = new Quiet(framework.context());

    @Test
    void isNotBeforeTheFrameworkHasStarted() {
        quiet.getAsBoolean();
        assertThat(quiet.getAsBoolean()).isFalse();
    }

    @Test
    void isWhenNothingChangesAfterTheStart() {
        framework.started();
        quiet.getAsBoolean();
        assertThat(quiet.getAsBoolean()).isTrue();
    }

    @Test
    void isNotWhileServicesCome() {
        framework.started();
        quiet.getAsBoolean();
        framework.serviceComes();
        assertThat(quiet.getAsBoolean()).isFalse();
    }

    @Test
    void listensNoMoreWhenClosed() {
        framework.started();
        quiet.getAsBoolean();
        quiet.close();
        framework.serviceComes();
        assertThat(quiet.getAsBoolean()).isTrue();
    }
}
