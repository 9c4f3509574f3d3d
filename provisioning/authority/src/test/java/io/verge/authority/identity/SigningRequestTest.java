package io.verge.authority.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.authority.keys.Keys;
import io.verge.authority.keys.Pem;
import io.verge.authority.refusal.RefusedException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requests come from anybody. */
class SigningRequestTest {
    private static final KeyPair PAIR = Keys.p256();
    private static final Subject BOX = new Subject("box-17", "wuhan", "");

    /** One, since signatures by ECDSA differ in length. */
    private static final String REQUEST = SigningRequest.write(BOX, PAIR);

    private static byte[] der() {
        return Base64.getMimeDecoder().decode(REQUEST.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String pem(byte[] der) {
        return Pem.text("CERTIFICATE REQUEST", der);
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        SigningRequest read = SigningRequest.read(REQUEST);

        assertThat(read.name()).isEqualTo("box-17");
        assertThat(read.key()).isEqualTo(PAIR.getPublic());
    }

    @Test
    void anyChangedOctetIsRefused() {
        Random random = new Random(17);
        for (int at = 0; at < der().length; at++) {
            byte[] changed = der();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            String pem = pem(changed);
            assertThatExceptionOfType(RefusedException.class)
                    .as("octet %s", at)
                    .isThrownBy(() -> SigningRequest.read(pem));
        }
    }

    @Test
    void anyShorterOneIsRefused() {
        byte[] whole = der();
        for (int length = 0; length < whole.length; length++) {
            String pem = pem(Arrays.copyOf(whole, length));
            assertThatExceptionOfType(RefusedException.class)
                    .as("%s octets", length)
                    .isThrownBy(() -> SigningRequest.read(pem));
        }
    }

    @Test
    void whatIsNoRequestIsRefused() {
        for (String text :
                new String[] {"", "hello", Keys.pem(PAIR.getPublic()), "-----BEGIN CERTIFICATE REQUEST-----"}) {
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> SigningRequest.read(text));
        }
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        String request = SigningRequest.write(BOX, Keys.ed25519());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> SigningRequest.read(request))
                .withMessageContaining("P-256 is needed");
    }
}
