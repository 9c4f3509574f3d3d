package io.verge.cloud.internal.contract;

import io.verge.json.JsonText;

/** The documents by which a box says that it is there, or is not. */
public final class Documents {
    private Documents() {}

    /**
     * The content of {@code online}.
     *
     * @param connection its number: "offline" of an older one than the newest "online" is void
     * @param store of the outbox; empty when there is none
     */
    public static String online(boolean there, long connection, String store, String version) {
        return JsonText.of(out -> {
            out.writeStartObject();
            out.writeStringField("state", there ? "online" : "offline");
            out.writeNumberField("connection", connection);
            out.writeStringField("store", store);
            out.writeStringField("version", version);
            out.writeEndObject();
        });
    }
}
