package io.verge.transfer.coap;

import io.verge.transfer.SourceException;
import io.verge.transfer.source.FolderSource;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.BlockOption;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.ServerMessageDeliverer;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;

/**
 * Gives the files of a folder, block by block (RFC 7959), for as long as it is open: what a maintainer's laptop does while a box updates from
 * it. It gives what is in the folder and nothing else, to whoever asks; what a release is made of is no secret.
 */
public final class CoapFolder implements Closeable {
    private final FolderSource files;
    private final CoapServer server;
    private final CoapEndpoint endpoint;
    private final AtomicLong given = new AtomicLong();

    /**
     * Opens a port.
     *
     * @param address port 0 for any that is free
     * @throws IOException when the port cannot be had
     */
    public CoapFolder(Path folder, InetSocketAddress address) throws IOException {
        files = new FolderSource(folder);
        Configuration configuration = CoapLine.configuration();
        server = new CoapServer(configuration);
        endpoint = CoapEndpoint.builder()
                .setConfiguration(configuration)
                .setInetSocketAddress(address)
                .build();
        server.addEndpoint(endpoint);
        Resource all = new AnyFile();
        server.setMessageDeliverer(new ServerMessageDeliverer(all, configuration) {
            @Override
            protected Resource findResource(Exchange exchange) {
                return all;
            }
        });
        endpoint.start();
    }

    /**
     * Opens a port on the interface by which a box is reached, and on no other.
     *
     * @param box any port of it; nothing is sent there
     * @throws IOException when there is no way to it, or the port cannot be had
     */
    public static CoapFolder toward(Path folder, InetSocketAddress box) throws IOException {
        if (box.isUnresolved()) {
            throw new UnknownHostException(box.getHostString() + " is not known");
        }
        try (DatagramSocket way = new DatagramSocket()) {
            way.connect(box);
            return new CoapFolder(folder, new InetSocketAddress(way.getLocalAddress(), 0));
        }
    }

    /** Where it is reached on this machine. */
    public InetSocketAddress address() {
        return endpoint.getAddress();
    }

    /** Octets that were given since it was opened. */
    public long given() {
        return given.get();
    }

    /** Every path leads here: files are looked up when they are asked for. */
    private final class AnyFile extends CoapResource {
        AnyFile() {
            super("");
        }

        @Override
        public void handleRequest(Exchange exchange) {
            exchange.sendResponse(
                    exchange.getRequest().getCode() == CoAP.Code.GET
                            ? block(exchange)
                            : new Response(CoAP.ResponseCode.METHOD_NOT_ALLOWED));
        }
    }

    private Response block(Exchange exchange) {
        BlockOption asked = exchange.getRequest().getOptions().getBlock2();
        int number = asked == null ? 0 : asked.getNum();
        int szx = asked == null ? CoapLine.SZX : Math.min(CoapLine.SZX, asked.getSzx());
        int size = BlockOption.szx2Size(szx);
        long from = (long) number * size;
        String path = exchange.getRequest().getOptions().getUriPathString();
        // One octet more: whether something follows.
        try (InputStream in = files.range(path, from, from + size + 1)) {
            byte[] octets = new byte[size + 1];
            int there = upToTheEnd(in, octets);
            if (there == 0 && number > 0) {
                return new Response(CoAP.ResponseCode.BAD_OPTION);
            }
            boolean more = there > size;
            byte[] payload = Arrays.copyOf(octets, Math.min(there, size));
            Response response = new Response(CoAP.ResponseCode.CONTENT);
            response.setPayload(payload);
            response.getOptions().setBlock2(szx, more, number);
            given.addAndGet(payload.length);
            return response;
        } catch (SourceException e) {
            return switch (e.kind()) {
                case ABSENT -> new Response(CoAP.ResponseCode.NOT_FOUND);
                case REFUSED -> new Response(CoAP.ResponseCode.FORBIDDEN);
                // Skipping beyond the end of a file.
                default -> new Response(CoAP.ResponseCode.BAD_OPTION);
            };
        } catch (IOException e) {
            return new Response(CoAP.ResponseCode.INTERNAL_SERVER_ERROR);
        }
    }

    /** A range that ends before it should says so by an exception. */
    private static int upToTheEnd(InputStream in, byte[] octets) throws IOException {
        int there = 0;
        try {
            while (there < octets.length) {
                int n = in.read(octets, there, octets.length - there);
                if (n < 0) {
                    break;
                }
                there += n;
            }
        } catch (EOFException e) {
            // The end of the file.
        }
        return there;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
