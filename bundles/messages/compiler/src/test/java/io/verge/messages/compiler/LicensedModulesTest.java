package io.verge.messages.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.uper.CodecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Modules that are not in this repository compile as they are published: object identifiers behind module
 * names, EXPORTS, several modules that import from each other, the same type name in two of them, the class
 * and table notation of the message frames, and constraints that PER does not see.
 */
class LicensedModulesTest {
    @Test
    void compilesAFolderOfModulesFromElsewhere(@TempDir Path outside) throws IOException, CodecException {
        Path modules = Files.createDirectories(outside.resolve("modules"));
        Files.writeString(
                modules.resolve("Frame.asn1"),
                """
                Frame { iso(1) standard(0) vendor(99) frame(1) version2(2) }
                DEFINITIONS AUTOMATIC TAGS ::= BEGIN
                EXPORTS ALL;
                IMPORTS Probe, Heading FROM Vehicle { iso(1) standard(0) vendor(99) vehicle(2) } WITH SUCCESSORS
                        Beacon FROM Roadside;
                -- The frame -- Ids ::= INTEGER (0..32767)
                FRAME-ROW ::= CLASS { &id Ids UNIQUE, &Type } WITH SYNTAX { &Type IDENTIFIED BY &id }
                probe Ids ::= 20
                FrameRows FRAME-ROW ::= { { Probe IDENTIFIED BY probe } | { Beacon IDENTIFIED BY 21 }, ... }
                AnyFrame ::= SEQUENCE {
                  id     FRAME-ROW.&id ({FrameRows}),
                  value  FRAME-ROW.&Type ({FrameRows}{@.id}),
                  ... }
                Course ::= SEQUENCE { heading Heading (0..359) }
                END
                """);
        Files.writeString(
                modules.resolve("Vehicle.asn1"),
                """
                Vehicle { iso(1) standard(0) vendor(99) vehicle(2) } DEFINITIONS AUTOMATIC TAGS ::= BEGIN
                Heading ::= INTEGER { north(0), unavailable(511) } (0..511)
                Status ::= ENUMERATED { moving, parked }
                Probe ::= SEQUENCE { heading Heading DEFAULT unavailable, status Status, note Note OPTIONAL }
                  ((WITH COMPONENTS { ..., note ABSENT }) | (WITH COMPONENTS { ..., status }))
                Note ::= OCTET STRING (SIZE (1..8)) (CONTAINING Status)
                END
                """);
        Files.writeString(
                modules.resolve("Roadside.asn1"),
                """
                Roadside DEFINITIONS AUTOMATIC TAGS ::= BEGIN
                Status ::= ENUMERATED { on, off, ... }
                Beacon ::= SEQUENCE { status Status }
                END
                """);

        CompiledModule compiled = CompiledModule.ofFolder(outside, modules);

        compiled.assertSame("AnyFrame", "{\"id\":20,\"value\":{\"heading\":511,\"status\":\"parked\"}}", "00140120");
        compiled.assertSame("AnyFrame", "{\"id\":21,\"value\":{\"status\":\"off\"}}", "00150140");
        compiled.assertSame("Course", "{\"heading\":359}", "b380");
        assertThat(compiled.codec("Probe").name()).isEqualTo("Probe");
    }
}
