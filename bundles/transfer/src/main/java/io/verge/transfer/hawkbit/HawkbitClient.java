package io.verge.transfer.hawkbit;

import io.verge.transfer.Names;
import io.verge.transfer.Retry;
import io.verge.transfer.Source;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.transfer.hawkbit.Event.Cancel;
import io.verge.transfer.hawkbit.Event.Confirm;
import io.verge.transfer.hawkbit.Event.Deploy;
import io.verge.transfer.hawkbit.Event.Describe;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpReply;
import io.verge.transfer.source.HttpSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The box at a hawkBit server: asks what it wants and tells how it went (Direct Device Integration v1). Who calls {@link #poll} waits
 * {@link Poll#next} before the next call; it may be earlier when the cloud says that something has changed. One thread.
 */
public final class HawkbitClient {
    private static final Map<String, String> JSON = Map.of("Accept", "application/hal+json, application/json");

    private final Http http;
    private final URI base;
    private final Rhythm rhythm;
    private String tag = "";

    /** @param random for jitter */
    public HawkbitClient(Http http, HawkbitSettings settings, RandomGenerator random) {
        this.http = http;
        base = settings.base();
        rhythm = new Rhythm(random, new Retry(Rhythm.SHORTEST, Rhythm.LONGEST_AFTER_FAILURE, random));
    }

    /** Asks. When the server cannot be reached or is busy there are no events, and the next time is later. */
    public Poll poll() {
        try (HttpReply reply = http.get(base, withTag())) {
            if (reply.status() == 304) {
                return new Poll(List.of(), rhythm.next());
            }
            if (reply.status() != 200) {
                throw http.refusal(reply, base);
            }
            Json root = json(reply);
            rhythm.set(root.at("config", "polling", "sleep").text().orElse(""));
            List<Event> events = events(root.at("_links"));
            // Only now: what could not be read is asked for again.
            tag = reply.header("ETag");
            return new Poll(events, rhythm.next());
        } catch (SourceException e) {
            return Poll.failed(e, rhythm.after(e));
        } catch (IOException e) {
            return Poll.failed(e, rhythm.after(SourceException.broken(e)));
        }
    }

    /** The next poll brings everything again, also when nothing has changed: what was brought could not be done now. */
    public void askAgain() {
        tag = "";
    }

    /** After which time to speak to the server again, when it could not be told something. */
    public Duration after(SourceException failure) {
        return rhythm.after(failure);
    }

    private Map<String, String> withTag() {
        Map<String, String> headers = new HashMap<>(JSON);
        if (!tag.isEmpty()) {
            headers.put("If-None-Match", tag);
        }
        return headers;
    }

    private List<Event> events(Json links) throws IOException {
        List<Event> events = new ArrayList<>();
        if (has(links, "configData")) {
            events.add(new Describe());
        }
        if (has(links, "cancelAction")) {
            Json json = ask(link(links, "cancelAction"));
            String action = json.at("id").text().orElseThrow(() -> new IOException("a cancellation without an id"));
            events.add(
                    new Cancel(action, json.at("cancelAction", "stopId").text().orElse(action)));
        }
        if (has(links, "confirmationBase")) {
            confirmation(links, events);
        }
        if (has(links, "deploymentBase")) {
            events.add(new Deploy(OfferReader.read(ask(link(links, "deploymentBase")), "deployment")));
        }
        return events;
    }

    /** The link leads to one action, or to a list of links in which there may be one. */
    private void confirmation(Json links, List<Event> events) throws IOException {
        Json json = ask(link(links, "confirmationBase"));
        if (json.at("id").text().isEmpty() && has(json.at("_links"), "confirmationBase")) {
            json = ask(link(json.at("_links"), "confirmationBase"));
        }
        if (json.at("id").text().isPresent()) {
            events.add(new Confirm(OfferReader.read(json, "confirmation")));
        }
    }

    private static boolean has(Json links, String name) {
        return links.at(name, "href").text().isPresent();
    }

    /** The server's links are its own: one that leads elsewhere is not followed. */
    private URI link(Json links, String name) throws SourceException {
        try {
            URI link = base.resolve(links.at(name, "href").text().orElse(""));
            if (Http.isSameServer(base, link)) {
                return link;
            }
        } catch (IllegalArgumentException e) {
            throw SourceException.of(Kind.REFUSED, "the server's link " + name + " is no address");
        }
        throw SourceException.of(Kind.REFUSED, "the server's link " + name + " leads to another server");
    }

    private Json ask(URI uri) throws IOException {
        try (HttpReply reply = http.get(uri, JSON)) {
            if (reply.status() != 200) {
                throw http.refusal(reply, uri);
            }
            return json(reply);
        }
    }

    private static Json json(HttpReply reply) throws IOException {
        return Json.parse(reply.read(Json.LONGEST));
    }

    /**
     * Tells how an action goes.
     *
     * @throws ActionOverException when the server has given it up
     * @throws SourceException when it could not be told: tell it again later
     */
    public void feedback(String action, Feedback feedback) throws IOException {
        tell("POST", "deploymentBase/" + action + "/feedback", action, Letters.feedback(action, feedback));
    }

    /**
     * Answers a cancellation.
     *
     * @param stopped false when it is too late: the action goes on to its end
     */
    public void cancelled(Cancel cancel, boolean stopped, String detail) throws IOException {
        Feedback feedback = stopped ? Feedback.success(detail) : Feedback.of(Feedback.Execution.REJECTED, detail);
        tell(
                "POST",
                "cancelAction/" + cancel.action() + "/feedback",
                cancel.action(),
                Letters.feedback(cancel.action(), feedback));
    }

    /** Answers whether an action may go on. */
    public void confirm(String action, boolean confirmed, String detail) throws IOException {
        byte[] letter = Letters.confirmation(confirmed, List.of(detail));
        tell("POST", "confirmationBase/" + action + "/feedback", action, letter);
    }

    /** Whether offers need no answer of somebody from now on. */
    public void confirmWithoutAsking(boolean automatic) throws IOException {
        String call = automatic ? "activateAutoConfirm" : "deactivateAutoConfirm";
        tell("POST", "confirmationBase/" + call, "", "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** Tells what the box is, in the place of what was told before. */
    public void describe(Map<String, String> attributes) throws IOException {
        tell("PUT", "configData", "", Letters.attributes(attributes));
    }

    /** @param action empty when it is about none */
    private void tell(String method, String path, String action, byte[] letter) throws IOException {
        if (!Names.isSound(path)) {
            throw SourceException.of(Kind.REFUSED, "the server's number of an action is none");
        }
        URI uri = URI.create(base + "/" + path);
        try (HttpReply reply = http.send(method, uri, Map.of("Content-Type", "application/json"), letter)) {
            if (!action.isEmpty() && (reply.status() == 410 || reply.status() == 404)) {
                throw new ActionOverException(action, reply.status());
            }
            if (reply.status() >= 300) {
                throw http.refusal(reply, uri);
            }
        }
    }

    /**
     * The files of an offer. A path is looked up by what stands behind its last slash: hawkBit knows no folders.
     *
     * @param files how the files' server is spoken to
     */
    public static Source files(Http files, Offer offer) {
        return new HttpSource(files, path -> offer.link(Names.last(path)));
    }
}
