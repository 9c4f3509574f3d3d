package io.verge.driver.radio.rsu41.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What can be set of an RSU 4.1 radio. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "RSU 4.1 radio",
        description = "A radio that takes messages as USDOT RSU 4.1 Immediate Forward over UDP")
public @interface Rsu41Config {
    @AttributeDefinition(name = "Name", description = "Name of the block; set by the profile")
    String id();

    @AttributeDefinition(
            name = "Address",
            description = "host or host:port of the radio; the port is 1516 when not said")
    String address();

    @AttributeDefinition(
            name = "Channel",
            description = "Radio channel of 10 MHz in the 5.9 GHz band, its number; C-V2X is 183",
            min = "172",
            max = "184",
            required = false)
    int channel() default 183;

    @AttributeDefinition(
            name = "Transmission mode",
            description = "CONT: the channel is used all the time; ALT: it alternates with the control channel",
            options = {@Option(label = "Continuous", value = "CONT"), @Option(label = "Alternating", value = "ALT")},
            required = false)
    String txMode() default "CONT";

    @AttributeDefinition(
            name = "Signature",
            description = "Whether the radio signs the messages (IEEE 1609.2)",
            required = false)
    boolean signature() default true;

    @AttributeDefinition(
            name = "PSIDs",
            description = "By kind of message, as the radio wants to read it (p-encoded), such as SPAT: 0x8002",
            required = false)
    String[] psid() default {};

    @AttributeDefinition(
            name = "Listen",
            description = "UDP port of this box at which received messages come in; 0 for none",
            min = "0",
            max = "65535",
            required = false)
    int listen() default 0;

    @AttributeDefinition(
            name = "Bind",
            description = "address of this box at which received messages come in; 0.0.0.0 for any",
            required = false)
    String bind() default "0.0.0.0";
}
