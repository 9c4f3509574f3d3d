package io.verge.driver.corrections.ntrip.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a caster is asked.
 *
 * @param host with its port, as the profile writes it
 * @param user empty without
 * @param passwordFile empty without
 */
record CasterRequest(int version, String host, String mountpoint, String user, String passwordFile) {
    private static final Pattern MOUNTPOINT = Pattern.compile("[!-~&&[^/?#]]{1,100}");
    private static final Pattern USER = Pattern.compile("[!-~&&[^:]]{0,100}");
    private static final int LONGEST_PASSWORD = 200;
    private static final String END = "\r\n";

    /**
     * @throws IllegalArgumentException lists all that is wrong
     */
    CasterRequest {
        List<String> problems = new ArrayList<>();
        if (!MOUNTPOINT.matcher(mountpoint).matches()) {
            problems.add("mountpoint: '" + mountpoint + "': 1 to 100 printable characters without / ? # were expected");
        }
        if (!USER.matcher(user).matches()) {
            problems.add("user: '" + user + "': printable characters without ':' were expected");
        }
        if (user.isEmpty() != passwordFile.isEmpty()) {
            problems.add("user, passwordFile: both or none were expected");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /**
     * The octets.
     *
     * @throws CasterRefusedException when the password cannot be read
     */
    byte[] octets() throws CasterRefusedException {
        StringBuilder request = new StringBuilder(256);
        request.append("GET /")
                .append(mountpoint)
                .append(version == 1 ? " HTTP/1.0" : " HTTP/1.1")
                .append(END);
        if (version != 1) {
            request.append("Host: ").append(host).append(END);
            request.append("Ntrip-Version: Ntrip/2.0").append(END);
            request.append("Connection: close").append(END);
        }
        request.append("User-Agent: NTRIP Verge").append(END);
        if (!user.isEmpty()) {
            byte[] secret = (user + ":" + password()).getBytes(StandardCharsets.UTF_8);
            request.append("Authorization: Basic ")
                    .append(Base64.getEncoder().encodeToString(secret))
                    .append(END);
        }
        return request.append(END).toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String password() throws CasterRefusedException {
        String password;
        try {
            password = Files.readString(Path.of(passwordFile)).strip();
        } catch (IOException | RuntimeException e) {
            throw noPassword("cannot be read: " + e.getClass().getSimpleName());
        }
        if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            throw noPassword("holds no password of 1 to " + LONGEST_PASSWORD + " characters");
        }
        return password;
    }

    private CasterRefusedException noPassword(String why) {
        return new CasterRefusedException(
                "no-password",
                "passwordFile " + passwordFile + " " + why,
                "put the password of " + user + " into it, and let the agent read it");
    }
}
