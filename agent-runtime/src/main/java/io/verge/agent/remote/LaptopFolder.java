package io.verge.agent.remote;

import io.verge.transfer.coap.CoapFolder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A repository on this computer, which a box at the other end of the cable fetches from. */
final class LaptopFolder implements AutoCloseable {
    private final CoapFolder files;

    private LaptopFolder(CoapFolder files) {
        this.files = files;
    }

    /** Opens a port on the interface by which the box is reached. */
    static LaptopFolder share(Path folder, AgentOptions agent) throws RemoteException {
        try {
            return new LaptopFolder(CoapFolder.toward(folder, new InetSocketAddress(agent.host, agent.securePort)));
        } catch (IOException e) {
            throw new RemoteException(folder + " cannot be offered to " + agent.host + ": " + e.getMessage());
        }
    }

    /** As the box reaches it. */
    String uri() {
        InetSocketAddress own = files.address();
        String host = own.getAddress().getHostAddress();
        int scope = host.indexOf('%');
        String plain = scope < 0 ? host : host.substring(0, scope);
        String shown = plain.indexOf(':') < 0 ? plain : "[" + plain + "]";
        return "coap://" + shown + ":" + own.getPort();
    }

    @Override
    public void close() {
        files.close();
    }
}
