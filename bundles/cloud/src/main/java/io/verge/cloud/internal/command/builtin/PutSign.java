package io.verge.cloud.internal.command.builtin;

import io.verge.api.app.Notice;
import io.verge.api.app.NoticeRefusedException;
import io.verge.api.app.NoticeReport;
import io.verge.api.app.Notices;
import io.verge.api.cloud.Command;
import io.verge.json.JsonText;
import io.verge.json.NoticeJson;
import io.verge.json.tree.JsonTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code sign-put {"id":…, "sign":…, …}}: puts up a sign or notice, as the box's own maintainer can. */
@Component(service = Command.class)
public final class PutSign implements Command {
    private static final String ID = "id";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Notices notices;

    @Override
    public String name() {
        return "sign-put";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        return SignWork.done(notices, 422, present -> put(present, request));
    }

    private static Answer put(Notices present, ByteBuffer request) throws NoticeRefusedException {
        Map<String, Object> fields = new LinkedHashMap<>(Content.object(request));
        String id = Content.text(fields, ID);
        fields.remove(ID);
        List<String> problems = new ArrayList<>();
        Optional<Notice> notice = NoticeJson.read(JsonTree.octets(fields), id, problems);
        if (notice.isEmpty()) {
            return Content.problems(422, problems);
        }
        NoticeReport report = present.put(notice.get());
        return new Answer(200, JsonText.of(out -> NoticeJson.report(out, report)));
    }
}
