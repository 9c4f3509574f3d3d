package io.verge.authority.rollout.hawkbit;

import java.io.IOException;
import java.time.Duration;

/** The server does not do what it was asked for. */
final class ManagementException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final Duration patience;

    /**
     * @param status of HTTP
     * @param code by which hawkBit names the reason; empty when it gives none
     * @param patience so long it asks for; zero when it does not
     */
    ManagementException(int status, String code, String message, Duration patience) {
        super(message);
        this.status = status;
        this.code = code;
        this.patience = patience;
    }

    /** There is no such thing. What says so without a reason is not hawkBit, but something in front of it while that is away. */
    boolean isAbsent() {
        return status == 404 && !code.isEmpty();
    }

    /** There is one of this name already. */
    boolean isConflict() {
        return status == 409;
    }

    /** It is too late, or has been done already. */
    boolean isTooLate() {
        return status == 405;
    }

    /** What was asked for makes no sense to it, or would be too much; asked again it would say the same. */
    boolean isFinal() {
        return (status == 400 && !code.isEmpty()) || isAbsent() || isConflict() || code.contains(".quota.");
    }

    Duration patience() {
        return patience;
    }
}
