package io.verge.api.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is done to files. Every method throws an {@link IOException} when the medium fails; what had been there before is then
 * still there, or what was asked for is, but nothing between the two. A file is written by one thread of one process at a time.
 *
 * <p>Folders have to be there before what is put in them: see {@link #folders}.
 */
@ProviderType
public interface Disk {
    /** Ends the name of the file that {@link #replace} writes first; a power cut may leave it, and {@link #list} shows it. */
    String UNFINISHED = ".new";

    /**
     * All of a file.
     *
     * @param atMost octets, from 0; so much memory is taken at most
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws IOException also when it is longer
     */
    byte[] read(Path file, int atMost) throws IOException;

    /** What is in a folder, files and folders, sorted; empty when there is no such folder. */
    List<Path> list(Path folder) throws IOException;

    /**
     * Makes this the content of a file, which need not be there. When it returns, this outlives a power cut; a power cut before
     * that leaves the old content or the new.
     */
    void replace(Path file, byte[] content) throws IOException;

    /**
     * The same for what nobody but the agent's user may read, such as a key: the file has mode 0600 from its first octet, whatever the
     * mode of the one in whose place it comes.
     */
    void replaceSecret(Path file, byte[] content) throws IOException;

    /** Goes on at the end of a file, which is made when there is none. What is written so is safe only once it is synced. */
    Appender append(Path file) throws IOException;

    /**
     * From its start, for what is too long for {@link #read}.
     *
     * @throws java.nio.file.NoSuchFileException when there is no such file
     */
    InputStream open(Path file) throws IOException;

    /**
     * Gives a file or folder another name, in one step and in the place of the file that may have that name. When it returns, the name
     * outlives a power cut; the content does if it was synced.
     */
    void move(Path from, Path to) throws IOException;

    /** Removes a file or an empty folder; nothing when there is none. After a power cut it may be there again. */
    void delete(Path file) throws IOException;

    /** Makes a folder and those above it as far as they are not there; when it returns, they outlive a power cut. */
    void folders(Path folder) throws IOException;

    /** Octets that can still be written where this folder, which is there, is. */
    long free(Path folder) throws IOException;
}
