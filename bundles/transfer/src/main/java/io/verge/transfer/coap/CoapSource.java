package io.verge.transfer.coap;

import io.verge.transfer.Names;
import io.verge.transfer.Source;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.transfer.source.PartStream;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.californium.core.coap.BlockOption;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;

/**
 * Files of a laptop at the cabinet, block by block (RFC 7959): one request a block, so a transfer goes on wherever it was. Not secured: what
 * comes is checked against signed metadata, and the answer is bounded. One thread.
 */
public final class CoapSource implements Source {
    private static final int BLOCK = CoapLine.BLOCK;
    private static final long PATIENCE_MILLIS = 30_000;

    private final CoapLine line;
    private final URI server;

    /**
     * Asks for nothing yet.
     *
     * @param line by which laptops are spoken to
     * @param server such as {@code coap://192.0.2.7:5700}
     */
    public CoapSource(CoapLine line, URI server) {
        this.line = line;
        this.server = server;
    }

    @Override
    public InputStream range(String path, long from, long to) throws SourceException {
        if (!Names.isSound(path)) {
            throw SourceException.of(Kind.ABSENT, "that is no name of a file on a laptop");
        }
        return new PartStream(from, to, (begin, end) -> block(path, begin, end));
    }

    /** What of one block is wanted. */
    private byte[] block(String path, long from, long to) throws SourceException {
        int number = (int) (from / BLOCK);
        Request request = Request.newGet().setURI(server.resolve("/" + path));
        request.getOptions().setBlock2(CoapLine.SZX, false, number);
        byte[] payload = payload(answer(request), path, number);
        int skip = (int) (from % BLOCK);
        if (payload.length <= skip) {
            return new byte[0];
        }
        return Arrays.copyOfRange(payload, skip, (int) Math.min(payload.length, skip + (to - from)));
    }

    private Response answer(Request request) throws SourceException {
        try {
            Response response = request.send(line.endpoint()).waitForResponse(PATIENCE_MILLIS);
            if (response == null) {
                request.cancel();
                throw SourceException.of(Kind.BROKEN, "no answer from " + server);
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceException.of(Kind.BROKEN, "the agent is being stopped");
        }
    }

    private byte[] payload(Response response, String path, int number) throws SourceException {
        CoAP.ResponseCode code = response.getCode();
        if (code == CoAP.ResponseCode.NOT_FOUND) {
            throw SourceException.of(Kind.ABSENT, "the laptop has no " + path);
        }
        if (code == CoAP.ResponseCode.BAD_OPTION) {
            return new byte[0]; // behind the end
        }
        if (code != CoAP.ResponseCode.CONTENT) {
            throw SourceException.of(Kind.REFUSED, "the laptop answers " + code + " for " + path);
        }
        BlockOption block = response.getOptions().getBlock2();
        boolean expected = block == null
                ? number == 0 && response.getPayloadSize() <= BLOCK
                : block.getNum() == number && block.getSzx() == CoapLine.SZX;
        if (!expected) {
            throw SourceException.of(Kind.BROKEN, "the laptop gives another block than it was asked for");
        }
        return response.getPayload();
    }
}
