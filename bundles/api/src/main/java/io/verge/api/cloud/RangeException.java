package io.verge.api.cloud;

import java.io.IOException;

/** A part of a file that did not come. */
public final class RangeException extends IOException {
    private static final long serialVersionUID = 1;

    private final int code;

    /**
     * With the reason.
     *
     * @param code as in HTTP: what the cloud says, such as 404; or 400 its answer is wrong, 409 the file has changed meanwhile, 429 too
     *     many requests are under way, 503 there is no session, 504 no answer in time
     * @param why for people
     */
    public RangeException(int code, String why) {
        super(why);
        this.code = code;
    }

    /** As in HTTP. */
    public int code() {
        return code;
    }
}
