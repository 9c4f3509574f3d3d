package io.verge.update.internal.engine.release;

import io.verge.trust.TrustException;
import io.verge.update.internal.engine.journal.Reason;

/** A release is not for this box, or is not what it should be; nothing was changed. */
public final class Refusal extends Exception {
    /** Code of a refusal that a repository which is published anew ends. */
    public static final String EXPIRED = "expired-metadata";

    private static final long serialVersionUID = 1;

    private final transient Reason reason;

    public Refusal(Reason reason) {
        super(reason.why());
        this.reason = reason;
    }

    public Refusal(Reason reason, Throwable cause) {
        super(reason.why(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What metadata was refused for. */
    public static Refusal of(TrustException e) {
        return new Refusal(new Reason(code(e), String.valueOf(e.getMessage()), remedy(e)), e);
    }

    private static String code(TrustException e) {
        return switch (e.reason()) {
            case MALFORMED -> "malformed-metadata";
            case SIGNATURES -> "bad-signature";
            case ROLLBACK -> "older-than-trusted";
            case EXPIRED -> EXPIRED;
            case MISMATCH -> "mismatch";
            case TOO_MUCH -> "too-much-metadata";
            case ABSENT -> "missing-metadata";
        };
    }

    private static String remedy(TrustException e) {
        return switch (e.reason()) {
            case EXPIRED -> "publish the repository anew, and look whether the clock of the box is right";
            case SIGNATURES ->
                "look whether root.json of this box belongs to this repository; if it does, somebody has"
                        + " changed what was signed";
            case ROLLBACK -> "somebody offers an old state of the repository: fetch from its origin";
            case MALFORMED, MISMATCH, TOO_MUCH, ABSENT -> "publish the repository anew with its own tool";
        };
    }
}
