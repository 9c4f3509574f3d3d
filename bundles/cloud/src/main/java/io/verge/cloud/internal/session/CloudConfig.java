package io.verge.cloud.internal.session;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The block {@code cloud:} of the profile. */
@ObjectClassDefinition(name = "Cloud", description = "The session with the cloud over MQTT 5")
public @interface CloudConfig {
    @AttributeDefinition(name = "Broker", description = "mqtt://HOST:PORT, or mqtts://HOST:PORT for TLS 1.3")
    String broker();

    @AttributeDefinition(
            name = "Consumer",
            description =
                    "name of who stores the box's records: nothing is sent while it says that it is away, and critical"
                            + " records are kept until it has them; empty: what the broker has taken has arrived",
            required = false)
    String consumer() default "";

    @AttributeDefinition(
            name = "Mode",
            description =
                    "who may configure the box: the cloud and a maintainer (autonomous), or the cloud alone (central)",
            options = {
                @Option(label = "Autonomous", value = "autonomous"),
                @Option(label = "Central", value = "central")
            },
            required = false)
    String mode() default "autonomous";

    @AttributeDefinition(name = "User", description = "for brokers that want one", required = false)
    String user() default "";

    @AttributeDefinition(name = "Password", description = "file:PATH of the file that holds it", required = false)
    String password() default "";

    @AttributeDefinition(
            name = "Identity",
            description = "PKCS#12 file with the key and certificate of the box",
            required = false)
    String identity() default "";

    @AttributeDefinition(
            name = "Identity password",
            description = "file:PATH of the file that holds the password of identity and trust",
            required = false)
    String identityPassword() default "";

    @AttributeDefinition(
            name = "Trust",
            description =
                    "PKCS#12 or PEM file with the certificates that are trusted; empty: those of the Java runtime",
            required = false)
    String trust() default "";

    @AttributeDefinition(
            name = "Renewal",
            description =
                    "whether the box asks for another certificate when a third of the life of its own is left, and one"
                            + " from the factory for its name (auto), or never (off)",
            options = {@Option(label = "By itself", value = "auto"), @Option(label = "Never", value = "off")},
            required = false)
    String renewal() default "auto";

    @AttributeDefinition(
            name = "Spread",
            description =
                    "s; the first try after a loss or the start waits up to so long, by chance; more for a greater"
                            + " fleet",
            min = "0",
            max = "3600",
            required = false)
    int spread() default 60;

    @AttributeDefinition(
            name = "Backlog spread",
            description = "s; what has waited begins up to so long after the session, by chance",
            min = "0",
            max = "3600",
            required = false)
    int backlogSpread() default 30;

    @AttributeDefinition(
            name = "Deadline",
            description = "s from the dial to CONNACK; then the connection is given up",
            min = "1",
            max = "300",
            required = false)
    int deadline() default 30;

    @AttributeDefinition(
            name = "Keep-alive",
            description = "s of silence after which the broker is asked for a sign of life",
            min = "5",
            max = "1200",
            required = false)
    int keepAlive() default 60;

    @AttributeDefinition(
            name = "Least keep-alive",
            description = "s; the keep-alive comes down to this when connections die in silence",
            min = "5",
            max = "1200",
            required = false)
    int leastKeepAlive() default 25;

    @AttributeDefinition(
            name = "Session expiry",
            description = "h for which the broker keeps the session of a box that is away",
            min = "0",
            max = "8760",
            required = false)
    int sessionExpiry() default 168;

    @AttributeDefinition(
            name = "Acknowledge",
            description = "s; a critical record that the consumer has not acknowledged by then is sent again",
            min = "5",
            max = "3600",
            required = false)
    int acknowledge() default 60;

    @AttributeDefinition(
            name = "Share",
            description = "of the measured uplink rate for what has waited",
            min = "0.05",
            max = "1",
            required = false)
    double share() default 0.5;

    @AttributeDefinition(
            name = "Message",
            description = "octets of records in one message at most; less on a slow link",
            min = "1024",
            max = "1048576",
            required = false)
    int message() default 65_536;

    @AttributeDefinition(
            name = "Window",
            description = "messages on their way at once at most",
            min = "4",
            max = "1000",
            required = false)
    int window() default 32;

    @AttributeDefinition(
            name = "Compression",
            description = "where it pays on this link (auto), always, or never",
            options = {
                @Option(label = "Where it pays", value = "auto"),
                @Option(label = "Always", value = "always"),
                @Option(label = "Never", value = "never")
            },
            required = false)
    String compression() default "auto";

    @AttributeDefinition(
            name = "Telemetry quality",
            description = "quality of service of live telemetry; 0 saves the acknowledgement and may lose",
            min = "0",
            max = "1",
            required = false)
    int telemetryQuality() default 1;
}
