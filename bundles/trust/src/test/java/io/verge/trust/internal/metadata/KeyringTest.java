package io.verge.trust.internal.metadata;

import static io.verge.trust.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.verge.trust.Limits;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.authoring.Signer;
import io.verge.trust.internal.json.JsonObject;
import io.verge.trust.internal.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thresholds count keys, not signatures and not ids. */
class KeyringTest {
    private static final Signer ONE = Signer.generate();
    private static final Key KEY = Key.of(ONE.publicKey());

    private static JsonObject json(String text) throws TrustException {
        return JsonReader.read("test", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 8);
    }

    private static Envelope document(String signatures) throws Exception {
        String text = "{'signed':{},'signatures':[" + signatures + "]}";
        return Envelope.parse("targets", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Limits.USUAL);
    }

    private static String signature(String id) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(ONE.privateKey());
        signature.update("{}".getBytes(StandardCharsets.UTF_8));
        return "{'keyid':'" + id + "','sig':'" + HexFormat.of().formatHex(signature.sign()) + "'}";
    }

    /** RFC 8032 §7.1, test 2: one octet, 0x72. */
    @Test
    void aSignatureOfTheStandardVerifies() {
        Key key = new Key("ed25519", "ed25519", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        String signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

        assertThat(key.verifies(new byte[] {0x72}, signature)).isTrue();
        assertThat(key.verifies(new byte[] {0x73}, signature)).isFalse();
    }

    @Test
    void oneKeyUnderTwoIdsCountsOnce() throws Exception {
        Keyring keyring = new Keyring("targets", Map.of("a", KEY, "b", KEY), 2);

        assertRefused(
                () -> keyring.check(document(signature("a") + "," + signature("b"))), Reason.SIGNATURES, "targets");
    }

    @Test
    void oneKeyInTwoSpellingsCountsOnce() throws Exception {
        Map<String, Key> keys = Keyring.keys(json("{'a':{'keytype':'ed25519','scheme':'ed25519','keyval':{'public':'"
                + KEY.publicHex() + "'}},'b':{'keytype':'ed25519','scheme':'ed25519','keyval':{'public':'"
                + KEY.publicHex().toUpperCase(Locale.ROOT) + "'},'x':1}}"));

        assertThat(keys.get("a")).isEqualTo(keys.get("b"));
    }

    @Test
    void anyIdIsTakenForAKey() throws Exception {
        Keyring keyring = new Keyring("targets", Map.of("the key of the office", KEY), 1);

        assertThatCode(() -> keyring.check(document(signature("the key of the office"))))
                .doesNotThrowAnyException();
    }

    @Test
    void aSignatureTwiceIsRefused() {
        assertRefused(() -> document(signature("a") + "," + signature("a")), Reason.MALFORMED, "targets");
    }

    @Test
    void anIdTwiceInARoleIsRefused() {
        assertRefused(
                () -> Keyring.of("targets", json("{'keyids':['a','a'],'threshold':1}"), Map.of("a", KEY)),
                Reason.MALFORMED,
                "test");
    }

    @Test
    void aThresholdOfNobodyIsRefused() {
        assertRefused(
                () -> Keyring.of("targets", json("{'keyids':['a'],'threshold':0}"), Map.of("a", KEY)),
                Reason.MALFORMED,
                "test");
    }

    @Test
    void moreKeysThanAnybodyNeedsAreRefused() throws Exception {
        String ids = IntStream.range(0, 65).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));

        assertRefused(
                () -> Keyring.of("targets", json("{'keyids':[" + ids + "],'threshold':1}"), Map.of()),
                Reason.TOO_MUCH,
                "test");
    }

    @Test
    void keysOfAnotherKindAreKeptAndVerifyNothing() throws Exception {
        Key rsa = Key.of(json("{'keytype':'rsa','scheme':'rsassa-pss-sha256','keyval':{'public':'-----BEGIN'}}"));

        assertThat(rsa.verifies(new byte[0], "00".repeat(64))).isFalse();
    }

    @Test
    void anEd25519KeyOfAnotherLengthIsRefused() {
        assertRefused(
                () -> Key.of(json("{'keytype':'ed25519','scheme':'ed25519','keyval':{'public':'ab'}}")),
                Reason.MALFORMED,
                "test");
    }

    @Test
    void whatIsNoSignatureVerifiesNothing() {
        for (String signature : new String[] {"", "zz".repeat(64), "00".repeat(63), "ff".repeat(64)}) {
            assertThat(KEY.verifies(new byte[0], signature)).isFalse();
        }
    }
}
