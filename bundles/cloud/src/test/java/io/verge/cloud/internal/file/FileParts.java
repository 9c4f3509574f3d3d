package io.verge.cloud.internal.file;

import io.verge.api.time.Clock;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.session.Carrier;
import io.verge.cloud.internal.session.Publisher;
import io.verge.testkit.Defaults;
import java.nio.file.Path;

/** Files without a framework. */
public final class FileParts {
    private FileParts() {}

    /** Over this session, in small pieces. */
    public static <S extends Carrier & Publisher> FileService start(Path state, Clock clock, Stages stages, S session) {
        FileService files = new FileService(Defaults.of(FileConfig.class, "chunk", 1024), state, clock, stages);
        files.carrier = session;
        files.publisher = session;
        return files;
    }
}
