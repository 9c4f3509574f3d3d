package io.verge.agent.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateTextTest {
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:40Z");

    private static Map<String, Object> json(String text) throws RemoteException {
        return Text.map(Text.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPlanIsATableOfWhatItTouches() throws RemoteException {
        assertThat(UpdateText.plan(json("{'release':'2026.12.1','trustedUntil':'2026-12-08T00:00:00Z','changes':["
                        + "{'name':'io.verge.driver.radar','from':'1.0.0','to':'1.1.0','way':'in-place','octets':8284},"
                        + "{'name':'io.verge.app.new','from':'','to':'1.0.0','way':'restart','octets':1300000}],"
                        + "'pauses':[{'device':'radar-ne','bundle':'io.verge.driver.radar','expectedMillis':320},"
                        + "{'device':'radar-sw','bundle':'io.verge.driver.radar'}],"
                        + "'restarts':true,'octets':1308284,'disk':65000000,'free':900,"
                        + "'earliest':'2026-12-01T02:00:00Z','obstacles':['the disk is full']}")))
                .containsExactly(
                        "release 2026.12.1 changes 2 bundles",
                        "  BUNDLE                                   FROM         TO           HOW                   "
                                + " FETCH",
                        "  io.verge.driver.radar                    1.0.0        1.1.0        while all runs        "
                                + " 8.3 kB",
                        "  io.verge.app.new                         -            1.0.0        with a restart        "
                                + " 1.3 MB",
                        "not heard meanwhile: radar-ne (320 ms when measured last), radar-sw (not measured yet)",
                        "restart of the agent: yes, not measured yet",
                        "fetches 1.3 MB, needs 65.0 MB of the disk, 900 B are free",
                        "at the earliest: 2026-12-01T02:00:00Z",
                        "metadata valid until 2026-12-08T00:00:00Z",
                        "cannot be installed: the disk is full");
    }

    @Test
    void aReleaseThatRunsAlreadyTouchesNothing() throws RemoteException {
        assertThat(UpdateText.plan(json("{'release':'2026.12.1','changes':[],'obstacles':[]}")))
                .containsExactly("release 2026.12.1 runs already");
    }

    @Test
    void aReportSaysWhatSinceWhenWhyAndWhatToDo() throws RemoteException {
        assertThat(UpdateText.report(
                        json("{'state':'NOT_POSSIBLE','since':'2026-12-01T02:00:00Z','code':'no-trust','cause':'no"
                                + " root','remedy':'put"
                                + " one','running':'shipped','generation':0,'trust':'','sources':['file:/a'],"
                                + "'now':{'release':'2026.12.1','phase':'download','over':false,"
                                + "'since':'2026-12-01T02:00:30Z','by':'cloud','fetched':1000,'total':8000,'why':'the"
                                + " link is bad','remedy':'wait'}}"),
                        NOW))
                .containsExactly(
                        "update           NOT_POSSIBLE 40 s    no root — put one",
                        "    runs shipped, generation 0",
                        "    sources: file:/a",
                        "2026.12.1            download   10 s    by cloud, 1.0 kB of 8.0 kB",
                        "    the link is bad — wait");
    }

    @Test
    void oneThatWasUndoneSaysInWhichTime() throws RemoteException {
        assertThat(UpdateText.entry(
                        json("{'release':'2026.12.1','phase':'failed','over':true,'since':'2026-12-01T02:00:30Z',"
                                + "'by':'cloud','rollbackMillis':449}"),
                        NOW))
                .isEqualTo("2026.12.1            failed     10 s    by cloud, undone in 0.4 s");
    }

    @Test
    void aReportSaysItOfTheLastOne() throws RemoteException {
        assertThat(UpdateText.report(
                        json("{'state':'DEGRADED','since':'2026-12-01T02:00:00Z','code':'worse','cause':'slow',"
                                + "'remedy':'look','running':'shipped','generation':0,'trust':'','sources':[],"
                                + "'rollbackMillis':12345}"),
                        NOW))
                .contains("    the last update was undone in 12.3 s");
    }
}
