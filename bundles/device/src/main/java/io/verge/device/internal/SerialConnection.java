package io.verge.device.internal;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.verge.device.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A serial port, 8N1. The library must not close a port that it is reading: reading and writing share a lock that closing
 * takes alone, and a read waits in short turns.
 */
final class SerialConnection implements Connection {
    private static final int TURN_MILLIS = 100;
    private static final int WRITE_MILLIS = 2000;
    private static final int BITS = 8;

    private final SerialPort port;
    private final String name;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private volatile boolean closed;

    private SerialConnection(SerialPort port, String name) {
        this.port = port;
        this.name = name;
    }

    static SerialConnection open(String name, int baud) throws IOException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("serial port " + name + " is not there", e);
        }
        port.setComPortParameters(baud, BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, TURN_MILLIS, WRITE_MILLIS);
        if (!port.openPort(0)) {
            throw new IOException("serial port " + name + " does not open: " + error(port.getLastErrorCode()));
        }
        return new SerialConnection(port, name);
    }

    private static String error(int code) {
        return switch (code) {
            case 2 -> "it is not there";
            case 13 -> "this user may not use it (error 13)";
            case 11, 16 -> "another program has it (error " + code + ")";
            default -> "error " + code;
        };
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        int turns = Math.max(1, Reads.millis(timeout) / TURN_MILLIS);
        int turn = Math.min(TURN_MILLIS, Reads.millis(timeout));
        for (int i = 0; i < turns; i++) {
            int count = Reads.once(into, (array, offset, length) -> turn(array, offset, length, turn));
            if (count > 0) {
                return count;
            }
        }
        return 0;
    }

    private int turn(byte[] into, int offset, int length, int millis) throws IOException {
        use.readLock().lock();
        try {
            ensureOpen();
            if (port.getReadTimeout() != millis) {
                port.setComPortTimeouts(
                        SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING,
                        millis,
                        WRITE_MILLIS);
            }
            int count = port.readBytes(into, length, offset);
            // Of a port that was pulled out the library may go on reading nothing without an error.
            if (count < 0 || (count == 0 && port.bytesAvailable() < 0)) {
                throw new IOException("serial port " + name + " has gone");
            }
            return count;
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        byte[] octets = Reads.remaining(from);
        use.readLock().lock();
        try {
            ensureOpen();
            int count = port.writeBytes(octets, octets.length);
            if (count != octets.length) {
                throw new IOException(
                        "serial port " + name + " took " + Math.max(count, 0) + " of " + octets.length + " octets");
            }
        } finally {
            use.readLock().unlock();
        }
    }

    private void ensureOpen() throws IOException {
        if (closed) {
            throw new IOException("serial port " + name + " was closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        use.writeLock().lock();
        try {
            port.closePort();
        } finally {
            use.writeLock().unlock();
        }
    }
}
