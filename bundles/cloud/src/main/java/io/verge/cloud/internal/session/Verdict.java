package io.verge.cloud.internal.session;

import io.verge.api.status.Trouble;
import io.verge.cloud.internal.mqtt.Broker;
import io.verge.cloud.internal.mqtt.Ended;

/**
 * What the end of a connection means: what to do next, and what to tell people. Reason codes as in MQTT 5, 2.4.
 *
 * @param trouble cause and remedy
 */
record Verdict(Next next, Trouble trouble) {
    /** What to do next. */
    enum Next {
        /** Try again after the usual wait. */
        RETRY,
        /** Try again after the longest wait: the broker is asked for less. */
        LATER,
        /** The same, and a person is needed: it will not get better by trying. */
        REFUSED,
        /** Go where the broker says, this time. */
        ELSEWHERE,
        /** Go where the broker says, from now on. */
        MOVED,
        /** Another client with our id took our place. */
        TAKEN_OVER
    }

    static final String CLASH = "client-clash";

    private static final String ACCOUNT =
            "check user, password and certificate of the box at the broker (cloud: user, password, identity)";
    private static final String RIGHTS = "let the box publish and subscribe below its own topics in the broker's rules";
    private static final String WAIT =
            "nothing: it is tried again; if it stays so, look at the broker's load and limits";

    static Verdict of(Ended ended, Broker broker, String client) {
        String said = ended.cause().isEmpty() || ended.cause().equals("null") ? "" : " (" + ended.cause() + ")";
        String who = broker + " ";
        return switch (ended.reason()) {
            case Ended.NONE ->
                of(
                        Next.RETRY,
                        "unreachable",
                        broker + ": " + ended.cause(),
                        "nothing if the network is away; else check address, network and broker (cloud: broker)");
            case Ended.UNWELCOME ->
                of(
                        Next.RETRY,
                        "unwelcome",
                        who + "ended the connection after TLS without a word" + said,
                        "nothing if it comes back; else see at the broker whether it takes the box's certificate"
                                + " (cloud: identity)");
            case 0x84 -> of(Next.REFUSED, "protocol", who + "does not speak MQTT 5" + said, "use a broker that does");
            case 0x85 ->
                of(
                        Next.REFUSED,
                        "client-id",
                        who + "does not take the client id " + client + said,
                        "allow it at the broker, or change box: id or tenant");
            case 0x86, 0x8c ->
                of(Next.REFUSED, "credentials", who + "knows user or password otherwise" + said, ACCOUNT);
            case 0x87, 0x8a ->
                of(Next.REFUSED, "not-authorised", who + "does not let " + client + " in" + said, ACCOUNT);
            case 0x88, 0x89, 0x8b -> of(Next.LATER, "broker-busy", who + "is busy or shutting down" + said, WAIT);
            case 0x8e ->
                of(
                        Next.TAKEN_OVER,
                        "taken-over",
                        who + "has another client with the id " + client + said,
                        "nothing if it happens once, as after a restart");
            case 0x97, 0x9f -> of(Next.LATER, "quota", who + "says that the box's quota is used up" + said, WAIT);
            case 0x9c -> of(Next.ELSEWHERE, "use-another", who + "sends us to " + ended.reference(), WAIT);
            case 0x9d ->
                of(
                        Next.MOVED,
                        "moved",
                        who + "has moved to " + ended.reference(),
                        "put the new address into the profile (cloud: broker)");
            default ->
                of(
                        Next.RETRY,
                        "ended",
                        who + "ended the connection with reason 0x" + Integer.toHexString(ended.reason()) + said,
                        "nothing if it comes back; else look at the broker's log for " + client);
        };
    }

    /** The broker does not let the box hear what it must hear. */
    static Verdict notGranted(Broker broker, int reason) {
        String cause = broker + " does not grant a subscription (reason 0x" + Integer.toHexString(reason) + ")";
        return of(Next.REFUSED, "not-granted", cause, RIGHTS);
    }

    /** Two boxes with one id throw each other out for ever. */
    static Verdict clash(Broker broker, String client) {
        return of(
                Next.REFUSED,
                CLASH,
                "another client uses the id " + client + " at " + broker + ": it took this box's place "
                        + Takeovers.MANY + " times within " + Takeovers.WINDOW.toMinutes() + " min",
                "find the copy of this box (a cloned card?) and give it its own box: id and certificate");
    }

    private static Verdict of(Next next, String code, String cause, String remedy) {
        return new Verdict(next, new Trouble(code, cause, remedy));
    }
}
