package io.verge.app.roadsigns.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.verge.api.app.Notice;
import io.verge.api.app.NoticeRefusedException;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be put up, and why. */
class RefusedNoticesTest {
    @RoadSignsConfig(
            id = "road-signs",
            signs = {
                "a=sign x, east 30, north 2, colour red, until tomorrow",
                "b=east 30, north 2",
                "c=sign 1, east 30, north 2",
                "Bad Id=sign 1, east 30, north 2",
                "d=sign 0, east NaN, north 90000, lanes 11 99"
            },
            events = {"c=event road-works, east 1, north 1", "e=event flood, east 1, north 1"})
    private static final class Wrong {}

    @RoadSignsConfig(id = "road-signs", signs = "old=sign 38, east 30, north 2, until 2020-01-01T00:00Z")
    private static final class Old {}

    private final Roadside roadside = new Roadside();

    private List<String> problems(Notice notice) {
        return catchThrowableOfType(NoticeRefusedException.class, () -> roadside.app.put(notice))
                .problems();
    }

    @Test
    void allThatIsWrongInAProfileIsSaidAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Roadside(Wrong.class))
                .withMessageContaining("signs.a: sign: 'x' is not a whole number")
                .withMessageContaining("signs.a: 'colour red' does not begin with one of east, event")
                .withMessageContaining("signs.a: until: 'tomorrow' is not a time")
                .withMessageContaining("signs.b: exactly one of sign and event")
                .withMessageContaining("signs.Bad Id: id:")
                .withMessageContaining("signs.d: sign: 1 to 65535")
                .withMessageContaining("signs.d: east, north: metres from the box")
                .withMessageContaining("signs.d: lanes: the map has no lane 99")
                .withMessageContaining("events.c: there is another of this name")
                .withMessageContaining("events.e: event: 'flood' is not road-works or weather");
    }

    @Test
    void aNoticeOfTheProfileThatIsOverIsNoErrorSinceTheBoxMustStartWithIt() {
        Roadside old = new Roadside(Old.class);
        old.seconds(1);
        assertThat(old.said).isEmpty();
    }

    @Test
    void whatIsOverCannotBePutUp() {
        assertThat(problems(Roadside.sign("hole", 38, roadside.start))).containsExactly("until: in the future");
    }

    @ParameterizedTest
    @CsvSource({"WRONG_WAY", "COLLISION_RISK"})
    void whatSensorsSeeCannotBePutUp(RoadEvent.Kind kind) {
        assertThat(problems(Roadside.event("e", kind))).containsExactly("event: road-works or weather");
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0", "0, Infinity", "2001, 0"})
    void whatIsNotHereCannotBePutUp(double east, double north) {
        Notice notice = new Notice(
                "hole", 38, null, "", Double.NaN, new Position(east, north, 0), Double.NaN, List.of(), null, null);
        assertThat(problems(notice)).hasSize(1).first().asString().startsWith("east, north");
    }

    @Test
    void aTextThatIsNoneCannotBePutUp() {
        Notice notice = new Notice(
                "hole", 38, null, "a\nb" + "x".repeat(200), -1, new Position(1, 1, 0), 0, List.of(), null, null);
        assertThat(problems(notice)).hasSize(4);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        problems(Roadside.sign("hole", 0, null));
        assertThat(roadside.app.list()).isEmpty();
    }

    @Test
    void whatTheProfileHasCannotBeChangedOrTakenDown() {
        Roadside old = new Roadside(Old.class);
        Notice other = Roadside.sign("old", 1, null);
        assertThat(catchThrowableOfType(NoticeRefusedException.class, () -> old.app.put(other)))
                .hasMessageContaining("the profile has old");
        assertThat(catchThrowableOfType(NoticeRefusedException.class, () -> old.app.remove("old")))
                .hasMessageContaining("the profile has old");
    }

    @Test
    void whatIsNotThereCannotBeTakenDown() {
        assertThat(catchThrowableOfType(NoticeRefusedException.class, () -> roadside.app.remove("x")))
                .hasMessageContaining("no notice x");
    }

    @Test
    void thereIsRoomForSoManyAndNoMore() throws NoticeRefusedException {
        for (int i = 0; i < Board.MOST; i++) {
            roadside.app.put(Roadside.sign("s" + i, 38, null));
        }
        assertThat(problems(Roadside.sign("more", 38, null)))
                .hasSize(1)
                .first()
                .asString()
                .contains("remove one");
    }
}
