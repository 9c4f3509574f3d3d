package io.verge.agent.launcher;

/** The agent cannot start; the message says why and what to do. */
public final class AgentException extends Exception {
    private static final long serialVersionUID = 1;

    public AgentException(String message, Throwable cause) {
        super(message, cause);
    }
}
