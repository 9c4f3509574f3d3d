package io.verge.messages.etsi.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How the messages of ETSI ITS are spoken. */
@ObjectClassDefinition(name = "Messages of ETSI ITS", description = "The message set of Europe")
public @interface EtsiConfig {
    @AttributeDefinition(
            name = "Station",
            description = "stationID of the box, 0 to 4294967295; -1: one made of the box's id",
            min = "-1",
            max = "4294967295",
            required = false)
    long stationId() default -1;

    @AttributeDefinition(
            name = "Protocol versions",
            description = "KIND=number, 0 to 255, where it is not 2; for MAP, SPAT, SSM and RTCM, and for CPM and "
                    + "DENM from 2 on",
            required = false)
    String[] version() default {};

    @AttributeDefinition(
            name = "BTP ports",
            description = "KIND=number, 0 to 65535, where they differ from MAP=2003, SPAT=2004, CPM=2009, DENM=2002, "
                    + "SSM=2008, RTCM=2013",
            required = false)
    String[] port() default {};

    @AttributeDefinition(
            name = "Data dictionary of CPM",
            description = "version of TS 102 894-2 that the vehicles here speak; a message does not tell its own",
            options = {@Option(label = "2.1.1", value = "2.1.1"), @Option(label = "2.4.1", value = "2.4.1")},
            required = false)
    String dictionary() default "2.1.1";

    @AttributeDefinition(
            name = "Leap seconds",
            description = "between atomic time and UTC, counted from 2004; 5 since 2017",
            min = "0",
            max = "100",
            required = false)
    int leapSeconds() default 5;

    @AttributeDefinition(
            name = "Longest message, octets",
            description = "of CPM; what does not fit goes into the next one, eight at most",
            min = "200",
            max = "2000",
            required = false)
    int octets() default 1400;

    @AttributeDefinition(
            name = "Causes",
            description = "KIND=cause/subCause, 0 to 255 each, such as WEATHER=17/0, where DENM is to name events "
                    + "otherwise than by the table in the README",
            required = false)
    String[] cause() default {};
}
