package io.verge.transfer.source;

import io.verge.transfer.Exactly;
import io.verge.transfer.Names;
import io.verge.transfer.Source;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of a web server, by ranges (RFC 9110 §14). One that knows no ranges is read from the start each time. A file that has changed since
 * it was first asked for is noticed by its entity tag, where the server gives strong ones. One thread.
 */
public final class HttpSource implements Source {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final int MOST_TAGS = 64;

    private final Http http;
    private final Function<String, Optional<URI>> where;
    private final Map<String, String> tags = new LinkedHashMap<>();

    /** @param where the address of a file, by its path; empty when there is none */
    public HttpSource(Http http, Function<String, Optional<URI>> where) {
        this.http = http;
        this.where = where;
    }

    /**
     * The files of a folder of a server.
     *
     * @param folder ends with {@code /}
     */
    public static HttpSource under(Http http, URI folder) {
        if (!String.valueOf(folder.getPath()).endsWith("/")) {
            throw new IllegalArgumentException("a folder on a server ends with /: " + folder);
        }
        return new HttpSource(http, path -> Optional.of(folder.resolve(path)));
    }

    @Override
    public InputStream range(String path, long from, long to) throws SourceException {
        if (!Names.isSound(path)) {
            throw SourceException.of(Kind.ABSENT, "that is no name of a file on a server");
        }
        URI uri = where.apply(path)
                .orElseThrow(() -> SourceException.of(Kind.ABSENT, "there is no link to " + Names.last(path)));
        HttpReply reply = http.get(uri, headers(path, from, to));
        try {
            return content(reply, path, uri, from, to);
        } catch (SourceException e) {
            reply.close();
            throw e;
        }
    }

    private Map<String, String> headers(String path, long from, long to) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Range", "bytes=" + from + "-" + (to - 1));
        headers.put("Accept-Encoding", "identity");
        String tag = tags.get(path);
        if (tag != null) {
            headers.put("If-Range", tag);
        }
        return headers;
    }

    private InputStream content(HttpReply reply, String path, URI uri, long from, long to) throws SourceException {
        if (reply.status() != 200 && reply.status() != 206) {
            tags.remove(path);
            throw http.refusal(reply, uri);
        }
        String encoding = reply.header("Content-Encoding");
        if (!encoding.isEmpty() && !encoding.equals("identity")) {
            throw SourceException.of(Kind.REFUSED, "the server encodes what was asked for as it is");
        }
        compareTag(path, reply);
        return reply.status() == 206 ? part(reply, from, to) : whole(reply, from, to);
    }

    private void compareTag(String path, HttpReply reply) throws SourceException {
        String tag = reply.header("ETag");
        String before = tags.remove(path);
        if (before != null && !tag.isEmpty() && !tag.equals(before)) {
            throw SourceException.of(Kind.CHANGED, "the server has another " + path + " than before");
        }
        // Weak ones cannot be compared for ranges.
        if (tag.startsWith("\"") && tags.size() < MOST_TAGS) {
            tags.put(path, tag);
        }
    }

    private static InputStream part(HttpReply reply, long from, long to) throws SourceException {
        Matcher range = CONTENT_RANGE.matcher(reply.header("Content-Range"));
        if (!range.matches() || Long.parseLong(range.group(1)) != from) {
            throw SourceException.of(Kind.BROKEN, "the server gives another range than it was asked for");
        }
        return new Exactly(reply.body(), to - from);
    }

    private static InputStream whole(HttpReply reply, long from, long to) throws SourceException {
        try {
            reply.body().skipNBytes(from);
        } catch (IOException e) {
            throw SourceException.broken(e);
        }
        return new Exactly(reply.body(), to - from);
    }
}
