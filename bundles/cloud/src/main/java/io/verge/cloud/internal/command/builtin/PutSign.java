package io.verge.cloud.internal.command.builtin;

import io.verge.api.app.Notice;
import io.verge.api.app.NoticeRefusedException;
import io.verge.api.app.NoticeReport;
import io.verge.api.app.Notices;
import io.verge.api.cloud.Command;
import io.verge.cloud.internal.tree.JsonTree;
import io.verge.json.NoticeJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
        Notices present = notices;
        if (present == null) {
            return Content.why(404, "the profile has no app road-signs");
        }
        try {
            Map<String, Object> fields = new LinkedHashMap<>(Content.object(request));
            String id = Content.text(fields, ID);
            fields.remove(ID);
            List<String> problems = new ArrayList<>();
            byte[] json = JsonTree.write(fields).getBytes(StandardCharsets.UTF_8);
            Optional<Notice> notice = NoticeJson.read(json, id, problems);
            if (notice.isEmpty()) {
                return Content.problems(422, problems);
            }
            NoticeReport report = present.put(notice.get());
            return new Answer(200, Content.json(out -> NoticeJson.report(out, report)));
        } catch (IllegalArgumentException e) {
            return Content.why(400, String.valueOf(e.getMessage()));
        } catch (NoticeRefusedException e) {
            return Content.problems(422, e.problems());
        }
    }
}
