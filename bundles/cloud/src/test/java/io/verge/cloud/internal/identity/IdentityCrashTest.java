package io.verge.cloud.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.keys.Identity;
import io.verge.testkit.FaultyDisk.Stopped;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The process ends, and the power with it, at every operation on the disk. */
class IdentityCrashTest {
    private static final Duration YEAR = Duration.ofDays(365);

    /** Something that a box does, until the disk stops it. */
    private interface Act {
        void on(IdentityBox box);
    }

    /** Does it with the power gone at each operation in turn, and looks at what is left. */
    private static int everywhere(Act before, Act act, Act then) {
        for (int operation = 1; ; operation++) {
            IdentityBox box = new IdentityBox(IdentityBox.BOX, operation);
            before.on(box);
            box.disk.stopAt(operation);
            boolean whole = goesThrough(act, box);
            box.disk.powerCut();
            box.restart();
            then.on(box);
            if (whole) {
                return operation;
            }
        }
    }

    private static boolean goesThrough(Act act, IdentityBox box) {
        try {
            act.on(box);
            return true;
        } catch (Stopped e) {
            return false;
        }
    }

    @Test
    void whileANewKeyIsMadeTheOldIdentityIsInUseAndAskingGoesOn() {
        int operations = everywhere(
                box -> box.tick()
                        .later(IdentityBox.LIFE.dividedBy(3).multipliedBy(2).plus(Asking.SPREAD)),
                IdentityBox::tick,
                box -> {
                    Identity present = box.present();
                    box.tick().later(Asking.SPREAD).tick();
                    assertThat(box.last().present()).isEqualTo(present);
                    box.grant(YEAR);
                    assertThat(box.state()).isEqualTo("trial");
                });

        assertThat(operations).isGreaterThan(4);
    }

    @Test
    void whileACertificateIsInstalledTheOldIdentityIsInUseOrTheNew() {
        int operations = everywhere(IdentityBox::due, box -> box.grant(YEAR), box -> {
            boolean isNew = box.present()
                    .certificate()
                    .getPublicKey()
                    .equals(box.last().waiting().certificate().getPublicKey());
            box.stands = false;
            box.tick();
            box.stands = true;
            if (isNew) {
                assertThat(box.state()).isEqualTo("trial");
            } else {
                box.later(Asking.SPREAD).tick();
                box.grant(YEAR);
            }
            box.redialled();
            assertThat(box.state()).isEqualTo("fresh");
            assertThat(box.disk.has(IdentityBox.NEXT)).isFalse();
            assertThat(box.disk.has(IdentityBox.PREVIOUS)).isFalse();
            assertThat(box.present().certificate().getPublicKey())
                    .isEqualTo(box.asked.get(0).waiting().certificate().getPublicKey());
        });

        assertThat(operations).isGreaterThan(12);
    }

    @Test
    void whileTheBoxGoesBackOneOfBothIsInUse() {
        int operations = everywhere(
                box -> {
                    box.due().grant(YEAR);
                    box.refused(2);
                },
                box -> box.refused(1),
                box -> {
                    Identity present = box.present();
                    box.tick();
                    assertThat(present.chain()).contains(box.authority.certificate());
                    assertThat(box.state()).isIn("trial", "due");
                });

        assertThat(operations).isGreaterThan(3);
    }
}
