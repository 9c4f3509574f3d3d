package io.verge.driver.corrections.ntrip.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caster answers before its data, of either version: {@code ICY 200 OK} (1), {@code HTTP/1.1 200 OK} with headers (2),
 * {@code SOURCETABLE 200 OK} when it has no such mountpoint, {@code ERROR - …}, or an HTTP error.
 *
 * @param chunked whether the data come in chunks (RFC 9112, 7.1)
 * @param length octets of the answer; data follow
 */
record CasterAnswer(boolean chunked, int length) {
    private static final Pattern STATUS = Pattern.compile("(ICY|HTTP/1\\.[01]|SOURCETABLE) (\\d{3})\\b.*");
    private static final Pattern LINE = Pattern.compile("\\r?\\n");
    private static final int SHOWN = 80;

    /**
     * Looks at what has come so far.
     *
     * @return empty when more must come
     * @throws IOException when it is no answer of a caster, or one that refuses
     */
    static Optional<CasterAnswer> of(byte[] octets, int count) throws IOException {
        String text = new String(octets, 0, count, StandardCharsets.ISO_8859_1);
        int line = text.indexOf('\n');
        if (line < 0) {
            return Optional.empty();
        }
        String first = text.substring(0, line).strip();
        Matcher status = STATUS.matcher(first);
        if (!status.matches()) {
            throw notACaster(first);
        }
        if (status.group(1).equals("ICY") && status.group(2).equals("200")) {
            // Some send headers or an empty line after it, some data at once: whatever is no RTCM is skipped.
            return Optional.of(new CasterAnswer(false, line + 1));
        }
        return headers(text, status);
    }

    private static Optional<CasterAnswer> headers(String text, Matcher status) throws IOException {
        String kind = status.group(1);
        int code = Integer.parseInt(status.group(2));
        if (kind.equals("SOURCETABLE") || code != 200) {
            throw refusal(kind.equals("SOURCETABLE") ? 404 : code, status.group());
        }
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> headers = LINE.splitAsStream(text.substring(0, end).toLowerCase(Locale.ROOT))
                .map(String::strip)
                .toList();
        if (headers.stream().anyMatch(one -> one.startsWith("content-type:") && one.contains("sourcetable"))) {
            throw refusal(404, "it sends its list of mountpoints");
        }
        boolean chunked =
                headers.stream().anyMatch(one -> one.startsWith("transfer-encoding:") && one.contains("chunked"));
        return Optional.of(new CasterAnswer(chunked, end + 4));
    }

    private static CasterRefusedException refusal(int code, String said) {
        return switch (code) {
            case 401, 403 ->
                new CasterRefusedException(
                        "unauthorized",
                        "the caster does not take the user or the password: " + shown(said),
                        "check user and the content of passwordFile, and that the account may have this mountpoint");
            case 404 ->
                new CasterRefusedException(
                        "no-mountpoint",
                        "the caster has no such mountpoint: " + shown(said),
                        "check mountpoint, its capitals too; the caster's list of mountpoints is at http://HOST:PORT/");
            default ->
                new CasterRefusedException(
                        "refused",
                        "the caster refuses: " + shown(said),
                        "ask who runs the caster, or try the other version of NTRIP (version:)");
        };
    }

    private static CasterRefusedException notACaster(String said) {
        if (said.startsWith("ERROR")) {
            boolean password = said.toLowerCase(Locale.ROOT).contains("password");
            return refusal(password ? 401 : 500, said);
        }
        return new CasterRefusedException(
                "no-caster",
                "what answers is no NTRIP caster: '" + shown(said) + "'",
                "check host and port of caster; use port: tcp://HOST:PORT for a stream without NTRIP");
    }

    /** Fit for a terminal. */
    private static String shown(String said) {
        String clean = said.replaceAll("[^ -~]", "?");
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }
}
