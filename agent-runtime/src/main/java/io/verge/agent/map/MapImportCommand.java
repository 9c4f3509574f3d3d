package io.verge.agent.map;

import io.verge.agent.cli.ExitCode;
import io.verge.agent.cli.PrintingCommand;
import io.verge.api.geo.Wgs84;
import io.verge.messages.csae.CsaeEdition;
import io.verge.site.ImportedMap;
import io.verge.site.MapFile;
import io.verge.site.MapImportException;
import io.verge.site.MapProblem;
import io.verge.site.SumoImport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a map of what others have. */
@Command(
        name = "import",
        description = {
            "Make a map of a SUMO network, or of a MAP message of J2735 or T/CSAE 53 in hexadecimal or JSON.",
            "Notes on standard error say what was left out or assumed; what is made is checked as an agent would."
        },
        mixinStandardHelpOptions = true)
public final class MapImportCommand extends PrintingCommand {
    @Parameters(paramLabel = "FILE", description = "The network or the message.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "sumo, sae or csae (default: by what the file begins with).")
    private @Nullable MapFormat format;

    @Option(
            names = "--edition",
            paramLabel = "YEAR",
            defaultValue = "2020",
            description = "Of csae: 2020 (default) or 2019. The editions of sae are read alike.")
    private String edition = "2020";

    @Option(
            names = "--origin",
            paramLabel = "LAT,LON",
            converter = Place.class,
            description = "Of sumo: where the centre of the junction lies, WGS84 (default: as the network's projection"
                    + " says).")
    private @Nullable Wgs84 origin;

    @Option(
            names = "--junction",
            paramLabel = "ID",
            description = "Which one, when there are several: of messages ID or REGION/ID.")
    private @Nullable String junction;

    @Option(
            names = "--groups",
            paramLabel = "HOW",
            defaultValue = "same",
            description =
                    "Of sumo: links that always show the same are one signal group (same, default), or each is its"
                            + " own (link).")
    private Groups groups = Groups.same;

    @Option(names = "--out", paramLabel = "MAP.geojson", required = true, description = "The map to write.")
    private Path out = Path.of("");

    /** As they are written on the command line. */
    enum Groups {
        same,
        link
    }

    @Override
    public Integer call() {
        PrintWriter err = err();
        try {
            ImportedMap imported = imported(read());
            Files.writeString(out, MapFile.write(imported.map(), imported.frame()));
            imported.notes().forEach(note -> err.println("note: " + note));
            return told(imported, MapFile.read(out, imported.frame()).problems());
        } catch (MapImportException e) {
            err.println(file + ": error: " + e.getMessage());
            return ExitCode.NOT_OK;
        } catch (IOException e) {
            err.println(out + ": error: cannot be written: " + e);
            return ExitCode.IO_ERROR;
        }
    }

    /** What was made, and whether an agent takes it. */
    private int told(ImportedMap imported, List<MapProblem> problems) {
        problems.forEach(problem -> err().println(MapCheckCommand.line(out, "error", problem)));
        out().println(out + ": " + imported.map().lanes().size() + " lanes, "
                + imported.map().crosswalks().size() + " crosswalks");
        out().flush();
        return problems.isEmpty() ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private byte[] read() throws MapImportException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SumoImport.MAX_SIZE + 1);
        } catch (IOException e) {
            throw new MapImportException("cannot be read: " + e);
        }
    }

    private ImportedMap imported(byte[] octets) throws MapImportException {
        Optional<String> which = Optional.ofNullable(junction);
        return switch (format == null ? MapFormat.of(octets) : format) {
            case SUMO -> SumoImport.read(octets, options(which)).imported();
            case SAE -> SaeImport.of(MapFormat.sae(octets), which);
            case CSAE -> CsaeImport.of(MapFormat.csae(octets, year()), which);
        };
    }

    private SumoImport.Options options(Optional<String> which) {
        SumoImport.Groups kind = groups == Groups.link ? SumoImport.Groups.EACH_LINK : SumoImport.Groups.SAME_BEHAVIOUR;
        return new SumoImport.Options(which, Optional.ofNullable(origin), kind);
    }

    private CsaeEdition year() {
        return CsaeEdition.of(edition)
                .orElseThrow(() -> usage("unknown edition of csae: \"" + edition + "\"; valid: 2020, 2019"));
    }
}
