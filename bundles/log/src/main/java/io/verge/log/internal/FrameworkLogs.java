package io.verge.log.internal;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the framework's services say to OSGi's log would be lost: it goes where all else goes. */
@Component(
        service = {},
        immediate = true)
public final class FrameworkLogs implements LogListener {
    private final LogReaderService reader;

    @Activate
    public FrameworkLogs(@Reference LogReaderService reader) {
        this.reader = reader;
        reader.addLogListener(this);
    }

    @Deactivate
    void close() {
        reader.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        Logger log = LoggerFactory.getLogger(name(entry.getBundle()));
        if (entry.getLogLevel() == LogLevel.ERROR) {
            log.error("{}", entry.getMessage(), entry.getException());
        } else if (entry.getLogLevel() == LogLevel.WARN) {
            log.warn("{}", entry.getMessage(), entry.getException());
        }
    }

    /** Bundles may be nameless, and some entries are of none. */
    private static String name(@Nullable Bundle bundle) {
        String name = bundle == null ? null : bundle.getSymbolicName();
        return name == null ? "framework" : name;
    }
}
