package io.verge.authority.rollout.hawkbit;

import io.verge.authority.rollout.hawkbit.FakeHawkbit.Query;
import io.verge.authority.rollout.hawkbit.FakeHawkbit.Reply;
import io.verge.json.tree.JsonNull;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The targets of {@link FakeHawkbit}, and what they are asked. */
public final class FakeTargets {
    /** What one was asked. */
    public static final class Action {
        private final long id;
        private final long set;
        private final List<Map<String, Object>> history = new ArrayList<>();
        private boolean canceling;
        private boolean over;

        private Action(long id, long set) {
            this.id = id;
            this.set = set;
            // As that version writes down an assignment.
            write("running", List.of(JsonNull.NULL));
        }

        /** The box says something. */
        public void say(String type, String... messages) {
            write(type, List.of(messages));
            over |= List.of("finished", "error", "canceled").contains(type);
        }

        /** Whether it is offered to the box. */
        public boolean isOpen() {
            return !over;
        }

        /** Whether the box is offered that it is to be stopped. */
        public boolean isCanceling() {
            return canceling && !over;
        }

        /** Whether the box has said something of this type. */
        public boolean has(String type) {
            return history.stream().anyMatch(entry -> type.equals(entry.get("type")));
        }

        private void write(String type, List<?> messages) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("type", type);
            entry.put("messages", messages);
            history.add(0, entry);
        }

        private Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("id", id);
            tree.put("createdAt", 1_000 * id);
            tree.put("type", canceling ? "cancel" : "update");
            tree.put("status", over ? "finished" : "pending");
            return tree;
        }
    }

    private final Map<String, List<Action>> targets = new LinkedHashMap<>();
    private boolean eager;

    /** There are these. */
    public void add(Collection<String> names) {
        names.forEach(name -> targets.put(name, new ArrayList<>()));
    }

    /** Their boxes have done what they are asked as soon as they are asked. */
    public void eager() {
        eager = true;
    }

    /** There is not this one any more. */
    public void remove(String name) {
        targets.remove(name);
    }

    /** What a target was asked, the oldest first. */
    public List<Action> of(String name) {
        return List.copyOf(targets.getOrDefault(name, List.of()));
    }

    /** Somebody else has asked for another set. */
    public void askedElsewhere(String name, long number, long set) {
        Action action = new Action(number, set);
        action.say("finished");
        targets.getOrDefault(name, List.of()).add(action);
    }

    Reply assign(String name, long set, long number) {
        List<Action> actions = targets.get(name);
        if (actions == null) {
            return unknown(name);
        }
        boolean present = !actions.isEmpty()
                && actions.get(actions.size() - 1).set == set
                && !actions.get(actions.size() - 1).has("error")
                && !actions.get(actions.size() - 1).has("canceled");
        if (!present) {
            actions.stream().filter(Action::isOpen).forEach(action -> action.canceling = true);
            Action action = new Action(number, set);
            if (eager) {
                action.say("finished", "committed");
            }
            actions.add(action);
        }
        return new Reply(200, Map.of("assigned", present ? 0 : 1, "alreadyAssigned", present ? 1 : 0));
    }

    Reply actions(String name, Query query) {
        List<Action> actions = targets.get(name);
        if (actions == null) {
            return unknown(name);
        }
        List<Map<String, Object>> newestFirst =
                new ArrayList<>(actions.stream().map(Action::tree).toList());
        Collections.reverse(newestFirst);
        return Reply.page(newestFirst, query);
    }

    Reply action(URI server, String name, long number) {
        for (Action action : of(name)) {
            if (action.id == number) {
                Map<String, Object> tree = action.tree();
                String set = server + "/rest/v1/distributionsets/" + action.set;
                tree.put("_links", Map.of("distributionset", Map.of("href", set)));
                return new Reply(200, tree);
            }
        }
        return noAction(number);
    }

    Reply history(String name, long number, Query query) {
        for (Action action : of(name)) {
            if (action.id == number) {
                return Reply.page(action.history, query);
            }
        }
        return noAction(number);
    }

    Reply cancel(String name, long number, boolean force) {
        for (Action action : of(name)) {
            if (action.id == number) {
                if (action.over || action.canceling != force) {
                    return Reply.refusal(405, "action.notcancelable", "it cannot be canceled");
                }
                action.canceling = true;
                if (force) {
                    action.say("canceled", "Update Server: A force quit has been performed.");
                } else {
                    action.say("canceling", "Update Server: manual cancelation requested");
                }
                return new Reply(204, null);
            }
        }
        return noAction(number);
    }

    private static Reply unknown(String name) {
        return Reply.refusal(
                404, "repo.entitiyNotFound", "Target with given identifier {" + name + "} does not exist.");
    }

    private static Reply noAction(long number) {
        return Reply.refusal(
                404, "repo.entitiyNotFound", "Action with given identifier {" + number + "} does not exist.");
    }
}
