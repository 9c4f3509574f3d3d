package io.verge.agent.remote;

/** The agent was not reached, or did not do what was asked; the message says why and what to do. */
final class RemoteException extends Exception {
    private static final long serialVersionUID = 1;

    RemoteException(String message) {
        super(message);
    }
}
