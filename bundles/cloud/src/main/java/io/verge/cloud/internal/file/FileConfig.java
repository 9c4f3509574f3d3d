package io.verge.cloud.internal.file;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code files:} of the profile. */
@ObjectClassDefinition(name = "Files", description = "Files in pieces to the cloud and from it")
public @interface FileConfig {
    @AttributeDefinition(
            name = "Sources",
            description = "of what the cloud may ask for files: the log, set aside outboxes, captures",
            required = false)
    Source[] sources() default {Source.LOG, Source.OUTBOX, Source.CAPTURE};

    @AttributeDefinition(
            name = "Chunk",
            description = "octets of a file in one message at most; less on a slow link",
            min = "1024",
            max = "262144",
            required = false)
    int chunk() default 65_536;

    @AttributeDefinition(
            name = "Largest",
            description = "megabytes (10^6 octets) of a file that is sent",
            min = "1",
            max = "10000",
            required = false)
    int largest() default 256;

    @AttributeDefinition(
            name = "Expiry",
            description = "h after which a file that could not be sent is given up",
            min = "1",
            max = "168",
            required = false)
    int expiry() default 24;

    @AttributeDefinition(
            name = "Patience",
            description = "s in which a part of a file that was asked for must come",
            min = "1",
            max = "600",
            required = false)
    int patience() default 60;
}
