package io.verge.messages.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static List<String> differences(String ours, String json) {
        return Oracle.compare(quoted(ours), new Vectors.Decode("JSON (pycrate)", JsonTree.parse(quoted(json))))
                .differences();
    }

    private static Comparison xer(String ours, String xml) {
        return Oracle.compare(quoted(ours), new Vectors.Decode("XER (asn1c 2024)", new JsonTree.Text(xml)));
    }

    @Test
    void toleratesNotation() {
        assertThat(differences("{'a':'0A0B','b':'A0','c':[1,true]}", "{'c':[1,true],'b':'101','a':'0a 0b'}"))
                .isEmpty();
        assertThat(differences("{'a':{'value':'40','length':3}}", "{'a':{'bits':'010'}}"))
                .isEmpty();
        assertThat(differences("{'a':'0102'}", "{'a':{'raw':'0102'}}")).isEmpty();
        assertThat(differences("{'...':{'count':9,'7':'AB'}}", "{'_ext_7':'ab'}"))
                .isEmpty();
    }

    @Test
    void findsEveryOtherValue() {
        assertThat(differences("{'a':{'b':[1,2]}}", "{'a':{'b':[1,3]}}")).hasSize(1);
        assertThat(differences("{'a':[1,2]}", "{'a':[1]}")).hasSize(1);
        assertThat(differences("{'a':'Name'}", "{'a':'name'}")).hasSize(1);
        assertThat(differences("{'a':{'value':'40','length':3}}", "{'a':{'bits':'0100'}}"))
                .hasSize(1);
        assertThat(differences("{'a':'red'}", "{'a':'green'}")).hasSize(1);
    }

    @Test
    void findsWhatOnlyOneHas() {
        assertThat(differences("{'a':1,'b':2}", "{'a':1}")).hasSize(1);
        assertThat(differences("{'a':1}", "{'a':1,'b':2}")).hasSize(1);
        assertThat(differences("{'...':{'count':9,'7':'AB'}}", "{}")).isNotEmpty();
        assertThat(differences("{'...':{'count':9}}", "{'_ext_7':'ab'}")).isNotEmpty();
    }

    @Test
    void readsXml() {
        String xml = "<M><value><T><id>0A 0B</id><on><true/></on><list><x/><y/></list>"
                + "<choices><lane>4</lane></choices><bits>\n 0110\n </bits></T></value></M>";
        String ours = "{'value':{'id':'0A0B','on':true,'list':['x','y'],'choices':[{'lane':4}],"
                + "'bits':{'value':'60','length':4}}}";
        assertThat(xer(ours, xml).differences()).isEmpty();
        assertThat(xer(ours, xml).leaves()).isEqualTo(8);
        assertThat(xer(ours.replace("'y'", "'z'"), xml).differences()).hasSize(1);
        assertThat(xer(ours.replace("'on':true,", ""), xml).differences()).hasSize(1);
        assertThat(xer(ours.replace("'on'", "'more':1,'on'"), xml).differences())
                .hasSize(1);
        assertThat(xer(ours.replace("'lane':4", "'lane':5"), xml).differences()).hasSize(1);
        assertThat(xer(ours.replace("60", "40"), xml).differences()).hasSize(1);
    }

    @Test
    void countsWhatIsKeptRaw() {
        Comparison comparison =
                xer("{'value':'0102'}", "<M><value><RoadSafetyMessage><a>1</a></RoadSafetyMessage></value></M>");
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.raw()).isEqualTo(1);
        assertThat(xer("{'value':'0102'}", "<M><value><SPAT><a>1</a></SPAT></value></M>")
                        .differences())
                .hasSize(1);
    }
}
