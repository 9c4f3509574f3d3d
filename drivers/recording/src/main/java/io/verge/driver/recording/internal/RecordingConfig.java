package io.verge.driver.recording.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which file is played. */
@ObjectClassDefinition(name = "Recording", description = "Plays what sensors saw, from a file")
public @interface RecordingConfig {
    @AttributeDefinition(name = "id", description = "name of the device's block in the profile")
    String id();

    @AttributeDefinition(
            name = "File",
            description = "path of a recording, format verge-recording/1; unpacked when its name ends in .gz")
    String file();

    @AttributeDefinition(
            name = "Repeat",
            description = "begins again at its end, for demonstrations; not in a replay, whose time only goes forward",
            required = false)
    boolean repeat() default false;
}
