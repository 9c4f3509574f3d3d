package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.messages.testkit.ErlangText;
import io.verge.messages.testkit.Unit;
import io.verge.messages.testkit.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the message sets say of what the apps announce: asn1ct reads every message, and writes the same octets again. */
@Tag("interop")
class SpokenInteropIT {
    private static final int ROUNDS = 60;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void needsErlang() throws IOException, InterruptedException {
        assumeTrue(Asn1ct.available(), "erl with its application asn1 is missing: install erlang-asn1");
    }

    @ParameterizedTest
    @EnumSource
    void isReadByErlang(Language language) throws IOException, InterruptedException {
        Map<Unit, List<V2xFrame>> said = new LinkedHashMap<>();
        for (V2xFrame frame : language.speak(ROUNDS)) {
            Unit unit = language.pdu(frame.kind()).unit();
            said.computeIfAbsent(unit, key -> new ArrayList<>()).add(frame);
        }
        Map<MessageKind, Integer> read = new EnumMap<>(MessageKind.class);
        List<String> failures = new ArrayList<>();
        for (Map.Entry<Unit, List<V2xFrame>> each : said.entrySet()) {
            exchange(language, each.getKey(), each.getValue(), read, failures);
        }
        System.out.println(language + ", read by Erlang and written again: " + read);
        assertThat(failures).isEmpty();
        assertThat(read.keySet()).containsAll(kinds(language));
    }

    private void exchange(
            Language language, Unit unit, List<V2xFrame> frames, Map<MessageKind, Integer> read, List<String> failures)
            throws IOException, InterruptedException {
        List<String> terms = new ArrayList<>();
        for (V2xFrame frame : frames) {
            String octets = ErlangText.toErlang(new Value.Bytes(hex(frame)));
            terms.add("{'%s',none,%s}.".formatted(language.pdu(frame.kind()).type(), octets));
        }
        Path own = Files.createDirectory(folder.resolve(unit.name()));
        List<Asn1ct.Answer> answers = Asn1ct.compile(unit, own).exchange(terms);
        assertThat(answers).hasSameSizeAs(frames);
        for (int i = 0; i < frames.size(); i++) {
            String ours = hex(frames.get(i));
            if (answers.get(i).again().equals(ours)) {
                read.merge(frames.get(i).kind(), 1, Integer::sum);
            } else {
                failures.add(frames.get(i) + " " + ours + ": " + answers.get(i).again());
            }
        }
    }

    private static String hex(V2xFrame frame) {
        return HexFormat.of().withUpperCase().formatHex(Language.octets(frame));
    }

    private static List<MessageKind> kinds(Language language) {
        return switch (language) {
            case CSAE_2019 -> List.of(MessageKind.MAP, MessageKind.SPAT, MessageKind.RSM, MessageKind.RSI);
            case CSAE_2020 ->
                List.of(
                        MessageKind.MAP,
                        MessageKind.SPAT,
                        MessageKind.RSM,
                        MessageKind.RSI,
                        MessageKind.RSC,
                        MessageKind.RTCM);
            case SAE ->
                List.of(
                        MessageKind.MAP,
                        MessageKind.SPAT,
                        MessageKind.SDSM,
                        MessageKind.TIM,
                        MessageKind.SSM,
                        MessageKind.RTCM);
            case ETSI ->
                List.of(
                        MessageKind.MAP,
                        MessageKind.SPAT,
                        MessageKind.CPM,
                        MessageKind.DENM,
                        MessageKind.SSM,
                        MessageKind.RTCM);
        };
    }
}
