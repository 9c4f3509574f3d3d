package io.verge.itests.messages;

import io.verge.messages.testkit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Codecs that Erlang's ASN.1 compiler, asn1ct, makes from the modules of a unit. */
final class Asn1ct {
    private final Path folder;
    private final String module;

    private Asn1ct(Path folder, String module) {
        this.folder = folder;
        this.module = module;
    }

    /** What asn1ct made of one value. */
    record Answer(String encoded, String again) {}

    static boolean available() throws IOException, InterruptedException {
        return Tools.works("erl", "-noshell", "-eval", "halt(case code:lib_dir(asn1) of {error, _} -> 1; _ -> 0 end).");
    }

    /**
     * Compiles a unit.
     *
     * @param folder empty, for what is made
     */
    static Asn1ct compile(Unit unit, Path folder) throws IOException, InterruptedException {
        String module = unit.name().toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        for (Path file : unit.files()) {
            String name = String.valueOf(file.getFileName());
            Files.copy(file, folder.resolve(name));
            names.add(name);
        }
        Files.write(folder.resolve(module + ".set.asn"), names);
        try (InputStream source = Asn1ct.class.getResourceAsStream("exchange.erl")) {
            Files.copy(
                    Objects.requireNonNull(source, "exchange.erl"),
                    folder.resolve("exchange.erl"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Asn1ct made = new Asn1ct(folder, module);
        made.evaluate("ok = asn1ct:compile(\"" + module + ".set.asn\", [uper, maps, undec_rest]), "
                + "{ok, _} = compile:file(\"exchange.erl\"), halt().");
        return made;
    }

    private void evaluate(String expression) throws IOException, InterruptedException {
        Tools.run(folder, List.of("erl", "-noshell", "-eval", expression));
    }

    /**
     * Encodes values, and decodes and encodes octets.
     *
     * @param terms each {@code {'Type', Value, Octets}.}
     */
    List<Answer> exchange(List<String> terms) throws IOException, InterruptedException {
        Files.write(folder.resolve("terms"), terms);
        evaluate("exchange:main('" + module + "', \"terms\", \"answers\").");
        List<Answer> answers = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("answers"))) {
            int tab = line.indexOf('\t');
            answers.add(new Answer(line.substring(0, tab), line.substring(tab + 1)));
        }
        return answers;
    }
}
