package io.verge.messages.csae;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsaeEditionTest {
    /** A published sample, the same in both editions. */
    private static final Octets BSM = Octets.ofHex(
            "002eb7d528470707070704a399af1ab4b614721fc22efc0006047e87e8401fffe022587080a"
                    + "68000060d614712f335e34fdc00101ac28e335a6bc6a578002035851c6f54d78d4c2000406b0a38e9c9af1a9480008000");

    @ParameterizedTest
    @EnumSource
    void decodesAMessageFrame(CsaeEdition edition) throws CodecException {
        assertThat(recoded(edition.frame())).isEqualTo(BSM);
    }

    private static <T> Octets recoded(Codec<T> codec) throws CodecException {
        return Octets.copyOf(codec.encode(codec.decode(BSM.toByteArray())));
    }

    @ParameterizedTest
    @EnumSource
    void everyNameHasACodec(CsaeEdition edition) {
        assertThat(edition.names()).contains("MessageFrame").allMatch(name -> edition.find(name) != null);
        assertThat(edition.find("Nothing")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsYear(CsaeEdition edition) {
        assertThat(CsaeEdition.of(edition.year())).contains(edition);
    }

    @Test
    void anotherYearHasNone() {
        assertThat(CsaeEdition.of("2017")).isEmpty();
    }

    @Test
    void onlyTheLaterEditionHasDayTwo() {
        assertThat(CsaeEdition.EDITION_2019.find("PersonalSafetyMessage")).isNull();
        assertThat(CsaeEdition.EDITION_2020.find("PersonalSafetyMessage")).isNotNull();
    }
}
