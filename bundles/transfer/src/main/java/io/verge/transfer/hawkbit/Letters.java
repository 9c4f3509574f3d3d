package io.verge.transfer.hawkbit;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.json.JsonText;
import io.verge.transfer.hawkbit.Feedback.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the box writes to the server. */
final class Letters {
    private Letters() {}

    /** The action is in the address already; hawkBit up to 0.3.0M7 answers 404 when it is not in the letter too. */
    static byte[] feedback(String action, Feedback feedback) {
        return JsonText.object(out -> {
            out.writeStringField("id", action);
            out.writeObjectFieldStart("status");
            out.writeStringField("execution", word(feedback.execution()));
            out.writeObjectFieldStart("result");
            out.writeStringField("finished", word(feedback.result()));
            Progress progress = feedback.progress();
            if (progress != null) {
                out.writeObjectFieldStart("progress");
                out.writeNumberField("cnt", progress.count());
                out.writeNumberField("of", progress.of());
                out.writeEndObject();
            }
            out.writeEndObject();
            details(out, feedback.details());
            out.writeEndObject();
        });
    }

    static byte[] confirmation(boolean confirmed, List<String> details) {
        return JsonText.object(out -> {
            out.writeStringField("confirmation", confirmed ? "confirmed" : "denied");
            details(out, details);
        });
    }

    static byte[] attributes(Map<String, String> attributes) {
        return JsonText.object(out -> {
            out.writeStringField("mode", "replace");
            out.writeObjectFieldStart("data");
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                out.writeStringField(attribute.getKey(), attribute.getValue());
            }
            out.writeEndObject();
        });
    }

    private static void details(JsonGenerator out, List<String> details) throws IOException {
        out.writeArrayFieldStart("details");
        for (String detail : details) {
            out.writeString(detail);
        }
        out.writeEndArray();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
