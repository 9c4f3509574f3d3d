package io.verge.update.internal.news;

import io.verge.api.cloud.Command.Answer;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateWish;
import io.verge.api.update.Updates;
import io.verge.json.JsonText;
import io.verge.json.UpdateJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What the commands of the cloud that are about updates have in common. */
final class UpdateOrder {
    private static final String CLOUD = "cloud";

    private UpdateOrder() {}

    /** What is done with updates, and answered in JSON. */
    @FunctionalInterface
    interface Work {
        JsonText.Writing on(Updates updates, byte[] request) throws IOException, UpdateRefusedException;
    }

    static Answer answer(@Nullable Updates updates, ByteBuffer request, Work work) {
        if (updates == null) {
            return problem(409, "no-updates", "this box makes no updates now");
        }
        byte[] octets = new byte[request.remaining()];
        request.duplicate().get(octets);
        try {
            return new Answer(200, JsonText.of(work.on(updates, octets)));
        } catch (UpdateRefusedException e) {
            return problem(409, e.code(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return problem(400, "no-wish", String.valueOf(e.getMessage()));
        }
    }

    static UpdateWish wish(byte[] request) throws IOException {
        return UpdateJson.wish(request, CLOUD);
    }

    private static Answer problem(int code, String name, String why) {
        return new Answer(code, JsonText.of(out -> {
            out.writeStartObject();
            out.writeStringField("code", name);
            out.writeStringField("why", why);
            out.writeEndObject();
        }));
    }
}
